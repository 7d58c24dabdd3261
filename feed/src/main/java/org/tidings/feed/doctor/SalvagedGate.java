package org.tidings.feed.doctor;

import java.nio.file.Path;
import org.tidings.feed.local.FileMark;
import org.tidings.feed.store.Tx;

/// What a salvaged store notes of our own feed, so that it cannot fork: publishing is held from
/// then on unless it is certain that nothing is missing at its end. Stateless.
final class SalvagedGate {

  /// What holds publishing outlasts a salvage; words that nobody wrote hold it as well.
  private static final String KNOWN_HOLD =
      "hold IN ('COPIED', 'RESTORED', 'BEHIND', 'KEY_IN_USE', 'DAMAGED', 'FORKED')";

  private static final String OWN_END =
      "(SELECT coalesce(max(m.sequence), 0) FROM messages m JOIN feeds f USING (feed)"
          + " WHERE f.id = gate.feed)";

  private SalvagedGate() {}

  /// Gives what an older file did not note yet the value that its migration would have given.
  static void complete(Tx tx) {
    tx.update("UPDATE gate SET elsewhere = " + OWN_END + " WHERE elsewhere < 0");
  }

  /// Our own feed may go on elsewhere where the damaged file is a copy. Where others may have more
  /// of it than is left here, it is as with a restored identity.
  static void mark(Tx tx, Path damaged, Path file) {
    tx.update(
        "UPDATE gate SET hold = 'COPIED' WHERE hold = '' AND mark <> ?", FileMark.of(damaged));
    tx.update(
        "UPDATE gate SET hold = 'RESTORED' WHERE hold = '' AND max(released, elsewhere) > "
            + OWN_END);
    tx.update("UPDATE gate SET mark = ?", FileMark.of(file));
  }

  /// As a restored identity is. An end that is known to be missing may be elsewhere.
  static void hold(Tx tx, Ends ends, boolean isOwnWhole) {
    if (!isOwnWhole) {
      tx.update("UPDATE gate SET hold = 'RESTORED' WHERE hold = ''");
      tx.update(
          "UPDATE gate SET elsewhere = max(elsewhere, ?1) WHERE " + OWN_END + " < ?1",
          ends.ofOwn(tx));
    }
    tx.update("UPDATE gate SET hold = 'RESTORED' WHERE hold <> '' AND NOT " + KNOWN_HOLD);
  }

  /// Whether publishing is held until it is shown where our own feed ends.
  static boolean isHeld(Tx tx) {
    return tx.one("SELECT 1 FROM gate WHERE hold NOT IN ('COPIED', 'RESTORED')", row -> true)
        .isEmpty();
  }
}
