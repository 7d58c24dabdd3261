package org.tidings.feed.log;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.FeedNumbers;
import org.tidings.feed.store.Tx;

/// The table `drops`: feeds on their way out, of which nothing is taken in until they are gone;
/// never our own.
/// Confined to the thread `feed-writer`, except where said.
final class Drops {

  /// A bit may flip in this table, too, and no such row may cost us our own feed.
  private static final String THEIRS =
      "SELECT d.feed FROM drops d CROSS JOIN feeds f ON f.feed = d.feed WHERE f.id <> ?";

  private final FeedNumbers numbers;
  private final FeedId self;
  private final Set<FeedId> leaving = new HashSet<>();

  Drops(FeedNumbers numbers, FeedId self) {
    this.numbers = numbers;
    this.self = self;
  }

  /// Reads it as it is on disk.
  void reload(Tx tx) {
    leaving.clear();
    tx.each(THEIRS, row -> leaving.add(numbers.idOf(row.integer(1))), self.bytes());
  }

  boolean hold(FeedId feed) {
    return leaving.contains(feed);
  }

  void begin(Tx tx, FeedId feed) {
    tx.update("INSERT OR IGNORE INTO drops (feed) VALUES (?)", numbers.numberOf(tx, feed));
    leaving.add(feed);
  }

  void end(Tx tx, FeedId feed) {
    tx.update("DELETE FROM drops WHERE feed = ?", numbers.numberOf(tx, feed));
    leaving.remove(feed);
  }

  /// One of them. On any thread.
  Optional<FeedId> next(Tx tx) {
    return tx.one(THEIRS + " LIMIT 1", row -> numbers.idOf(row.integer(1)), self.bytes());
  }
}
