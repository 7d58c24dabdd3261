package org.tidings.feed.conversation;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.index.Byline;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.ref.FeedId;

/// Private messages among the same people.
///
/// @param others who takes part besides us; nobody when these are notes to ourselves
/// @param newest the newest post that can be read; empty while the last of them are damaged
/// @param key its place in the list; pass the last one to get the next page
/// @param unread posts of others that came after what was seen, but for those of the muted; a
/// hundred stands for more
public record Conversation(
    List<Byline> others, Optional<PostView> newest, TimelineKey key, int unread) {

  public Conversation {
    others = List.copyOf(others);
  }

  /// Whom a message in it goes to, besides us.
  public List<FeedId> otherIds() {
    return others.stream().map(Byline::id).toList();
  }
}
