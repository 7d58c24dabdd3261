package org.tidings.feed;

import java.util.List;
import org.tidings.feed.activity.ActivityIndex;
import org.tidings.feed.activity.BlobIndex;
import org.tidings.feed.channel.ChannelIndex;
import org.tidings.feed.conversation.PrivateIndex;
import org.tidings.feed.graph.SocialGraph;
import org.tidings.feed.index.ContactIndex;
import org.tidings.feed.index.IndexFactory;
import org.tidings.feed.index.ProfileIndex;
import org.tidings.feed.index.ThreadIndex;
import org.tidings.feed.index.VoteIndex;
import org.tidings.feed.search.SearchIndex;
import org.tidings.feed.store.FeedNumbers;
import org.tidings.feed.upkeep.SizeIndex;

/// Every index there is. What was read in private messages comes first: the others may ask for it.
final class IndexList {

  private IndexList() {}

  /// A contact index under construction keeps a graph of its own, so that nobody sees it half done.
  static List<IndexFactory> of(FeedNumbers numbers, SocialGraph graph) {
    return List.of(
        tables -> new PrivateIndex(tables, graph.self()),
        tables -> new ContactIndex(tables, numbers, tables.isLive() ? graph : graph.blank()),
        ThreadIndex::new,
        VoteIndex::new,
        tables -> new ProfileIndex(tables, numbers, graph.self()),
        ChannelIndex::new,
        tables -> new ActivityIndex(tables, graph.self()),
        BlobIndex::new,
        SearchIndex::new,
        SizeIndex::new);
  }
}
