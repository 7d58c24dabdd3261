package org.tidings.replication.early;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tidings.feed.ref.FeedId;

/// With which feeds we are far behind one peer, and since when. Confined to one thread. Times are
/// those of [System#nanoTime].
final class Behind {
  /// As many take a while on any line.
  private static final int MUCH = 2_000;

  /// Fewer are all here by then, unless the line is slow.
  private static final Duration A_MOMENT = Duration.ofSeconds(2);

  private final Map<FeedId, Long> since = new HashMap<>();

  /// The feeds whose newest messages are worth asking for by now.
  ///
  /// @param feeds those with which we are far behind now
  /// @param missing how many messages of all feeds we lack
  Set<FeedId> worthAsking(Set<FeedId> feeds, long missing, long nowNanos) {
    since.keySet().retainAll(feeds);
    feeds.forEach(feed -> since.putIfAbsent(feed, nowNanos));
    return missing >= MUCH
        ? feeds
        : since.entrySet().stream()
            .filter(one -> nowNanos - one.getValue() >= A_MOMENT.toNanos())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
  }
}
