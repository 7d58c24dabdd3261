package org.tidings.feed.local;

import java.util.Optional;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Tx;

/// What the publishing gate keeps on disk.
///
/// @param owner whose store this is
/// @param released the highest sequence of our own feed that may have left this computer, or came
///     in from another
/// @param elsewhere the highest sequence of it that others may have from elsewhere: what came in,
///     and what was here while publishing was held
/// @param hold why publishing is held, by name; empty when it is not
/// @param mark by what the database file is known again
public record GateNote(FeedId owner, long released, long elsewhere, String hold, String mark) {

  /// Up to where others may have our feed, as far as this note knows.
  public long reach() {
    return Math.max(released, elsewhere);
  }

  public GateNote withReleased(long next) {
    return new GateNote(owner, next, elsewhere, hold, mark);
  }

  /// The same, with everything up to there come in from elsewhere, so that it has left for sure;
  /// never less than before.
  public GateNote withElsewhere(long next) {
    return new GateNote(owner, Math.max(released, next), Math.max(elsewhere, next), hold, mark);
  }

  public GateNote withHold(String next) {
    return new GateNote(owner, released, elsewhere, next, mark);
  }

  /// The note of this store; empty in a new one.
  public static Optional<GateNote> read(Tx tx) {
    return tx.one(
        "SELECT feed, released, elsewhere, hold, mark FROM gate",
        row ->
            new GateNote(
                FeedId.of(row.bytes(1)), row.number(2), row.number(3), row.text(4), row.text(5)));
  }

  public void save(Tx tx) {
    tx.update(
        "INSERT OR REPLACE INTO gate (only_row, feed, released, elsewhere, hold, mark)"
            + " VALUES (1, ?, ?, ?, ?, ?)",
        owner.bytes(),
        released,
        elsewhere,
        hold,
        mark);
  }
}
