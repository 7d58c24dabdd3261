package org.tidings.feed.local;

import java.util.Optional;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Tx;

/// What the publishing gate keeps on disk.
///
/// @param owner whose store this is
/// @param released the highest sequence of our own feed that may have left this computer
/// @param hold why publishing is held, by name; empty when it is not
/// @param mark by what the database file is known again
public record GateNote(FeedId owner, long released, String hold, String mark) {

  public GateNote withReleased(long next) {
    return new GateNote(owner, next, hold, mark);
  }

  public GateNote withHold(String next) {
    return new GateNote(owner, released, next, mark);
  }

  public GateNote withMark(String next) {
    return new GateNote(owner, released, hold, next);
  }

  /// The note of this store; empty in a new one.
  public static Optional<GateNote> read(Tx tx) {
    return tx.one(
        "SELECT feed, released, hold, mark FROM gate",
        row -> new GateNote(FeedId.of(row.bytes(1)), row.number(2), row.text(3), row.text(4)));
  }

  public void save(Tx tx) {
    tx.update(
        "INSERT OR REPLACE INTO gate (only_row, feed, released, hold, mark) VALUES (1, ?, ?, ?, ?)",
        owner.bytes(),
        released,
        hold,
        mark);
  }
}
