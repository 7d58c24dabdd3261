package org.tidings.feed.graph;

import java.util.Set;
import org.tidings.feed.ref.FeedId;

/// Who follows and blocks whom, seen from our own feed (protocol 9). Kept up to date with every
/// appended contact message. Thread-safe.
@SuppressWarnings("DoNotCallSuggester")
public final class SocialGraph {

  public FeedId self() {
    throw new UnsupportedOperationException();
  }

  /// How far the feed is; [Hops#UNKNOWN] when nobody in reach names it.
  public Hops hops(FeedId feed) {
    throw new UnsupportedOperationException();
  }

  /// The feeds we fetch: our own and those in reach that are not blocked.
  public Set<FeedId> wanted() {
    throw new UnsupportedOperationException();
  }

  public boolean wants(FeedId feed) {
    throw new UnsupportedOperationException();
  }

  /// Whether `by` has said that it blocks `who`.
  public boolean blocks(FeedId by, FeedId who) {
    throw new UnsupportedOperationException();
  }

  public Relationship relationship(FeedId other) {
    throw new UnsupportedOperationException();
  }
}
