package org.tidings.feed.conversation;

import java.util.List;
import org.tidings.feed.index.PostView;
import org.tidings.feed.ref.FeedId;

/// What came last of what others said in a conversation, whenever it was written.
///
/// @param others who takes part besides us
public record LatestWord(List<FeedId> others, PostView post) {

  public LatestWord {
    others = List.copyOf(others);
  }
}
