package org.tidings.feed.index;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidings.feed.ref.FeedId;

/// Names, pictures and contacts of feeds. Thread-safe.
@SuppressWarnings("DoNotCallSuggester")
public final class Profiles {

  public ProfileView of(FeedId feed) {
    throw new UnsupportedOperationException();
  }

  public Byline byline(FeedId feed) {
    throw new UnsupportedOperationException();
  }

  public Map<FeedId, Byline> bylines(Collection<FeedId> feeds) {
    throw new UnsupportedOperationException();
  }

  /// At most `limit` feeds this one follows, after the given one.
  public List<Byline> following(FeedId feed, Optional<FeedId> after, int limit) {
    throw new UnsupportedOperationException();
  }

  /// At most `limit` feeds that follow this one, after the given one.
  public List<Byline> followers(FeedId feed, Optional<FeedId> after, int limit) {
    throw new UnsupportedOperationException();
  }

  /// At most `limit` feeds whose name begins so, whatever the case; nearest first.
  public List<Byline> named(String beginning, int limit) {
    throw new UnsupportedOperationException();
  }
}
