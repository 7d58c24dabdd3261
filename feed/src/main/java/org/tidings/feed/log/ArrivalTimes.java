package org.tidings.feed.log;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.tidings.feed.index.Placement;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Tx;

/// When messages come. A clock that reads a time before this program was made has lost it, as after
/// an empty battery: then they come when the last one did, as far as is known, instead of standing
/// at the bottom for ever. Thread-safe: the state is in the transaction it is given.
///
/// @param clock of the machine
record ArrivalTimes(InstantSource clock) {

  /// No Tidings was there before.
  private static final long MADE_MS = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

  /// Where a message belongs that comes now.
  ///
  /// @param before as [Placement#of] takes it
  Placement place(Tx tx, double claimedMs, Supplier<Optional<Placement>> before) {
    return isLost()
        ? Placement.undated(claimedMs, last(tx))
        : Placement.of(claimedMs, clock.millis(), before);
  }

  /// What we claim of a message that we write now.
  long claim(Database database) {
    return isLost() ? database.read(ArrivalTimes::last) : clock.millis();
  }

  private boolean isLost() {
    return clock.millis() < MADE_MS;
  }

  private static long last(Tx tx) {
    return tx.one(
            "SELECT max(?, received) FROM messages ORDER BY arrival DESC LIMIT 1",
            row -> row.number(1),
            MADE_MS)
        .orElse(MADE_MS);
  }
}
