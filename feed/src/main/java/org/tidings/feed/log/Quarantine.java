package org.tidings.feed.log;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.FeedNumbers;
import org.tidings.feed.store.Tx;

/// Feeds of which a stored message is damaged. Everywhere else they seem to end before it, so that
/// it is asked for again; the rows behind it stay, and count again once it has come. Thread-safe;
/// changed on the writer's thread alone.
final class Quarantine {

  private final FeedNumbers numbers;
  private volatile Map<FeedId, Long> ends = new ConcurrentHashMap<>();

  Quarantine(FeedNumbers numbers) {
    this.numbers = numbers;
  }

  /// Reads it as it is on disk.
  void reload(Tx tx) {
    Map<FeedId, Long> found = new ConcurrentHashMap<>();
    tx.each(
        "SELECT q.feed, (SELECT max(sequence) FROM messages m WHERE m.feed = q.feed)"
            + " FROM quarantine q",
        row -> numbers.find(row.number(1)).ifPresent(feed -> found.put(feed, row.number(2))));
    ends = found;
  }

  boolean holds(FeedId feed) {
    return ends.containsKey(feed);
  }

  Set<FeedId> feeds() {
    return Set.copyOf(ends.keySet());
  }

  /// The sequence of the last row of a feed, given that of its head.
  long endOf(FeedId feed, long head) {
    return Math.max(head, ends.getOrDefault(feed, 0L));
  }

  /// The feed is sound up to there, and no further.
  void begin(Tx tx, FeedId feed, long sound, long end) {
    tx.update(
        "INSERT OR REPLACE INTO quarantine (feed, sound) VALUES (?, ?)",
        numbers.numberOf(tx, feed),
        sound);
    ends.put(feed, end);
  }

  /// The feed is sound to its end.
  void end(Tx tx, FeedId feed) {
    tx.update("DELETE FROM quarantine WHERE feed = ?", numbers.numberOf(tx, feed));
    ends.remove(feed);
  }
}
