package org.tidings.feed.index;

import java.util.List;
import org.tidings.feed.ref.FeedId;

/// The home timeline and the posts of one author. Blocked authors are left out by the query.
/// Thread-safe.
@SuppressWarnings("DoNotCallSuggester")
public final class Timeline {

  /// At most `limit` threads with activity of feeds within `hops`, latest activity first, after
  /// `after` (start with [TimelineKey#TOP]).
  public List<ThreadSummary> home(int hops, TimelineKey after, int limit) {
    throw new UnsupportedOperationException();
  }

  /// How many threads have activity newer than this place.
  public int newerThan(int hops, TimelineKey place) {
    throw new UnsupportedOperationException();
  }

  /// At most `limit` posts of one author, newest first, with sequences below `before` (start with
  /// [Long#MAX_VALUE]).
  public List<AuthoredPost> by(FeedId author, long before, int limit) {
    throw new UnsupportedOperationException();
  }
}
