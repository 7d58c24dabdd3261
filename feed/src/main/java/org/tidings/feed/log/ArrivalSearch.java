package org.tidings.feed.log;

import org.tidings.feed.store.Tx;

/// Finds arrival numbers by the [Arrival#stamp] that programs were told. Where the clock was set
/// back, messages count by their number. Confined to its transaction.
final class ArrivalSearch {

  private final Tx tx;
  private final long end;

  /// @param last the newest arrival number
  ArrivalSearch(Tx tx, long last) {
    this.tx = tx;
    this.end = last + 1;
  }

  /// The number of the first message that came at that time or later.
  ///
  /// @param orAfter whether only those count that came later
  long first(double stamp, boolean orAfter) {
    long ms = (long) Math.floor(Math.max(0, Math.min(stamp, Long.MAX_VALUE / 2.0)));
    long part = Math.round((stamp - ms) * Arrival.PARTS);
    long from = firstAt(ms);
    long to = firstAt(ms + 1);
    long exact = from + Math.floorMod(part - from, (long) Arrival.PARTS);
    if (exact < to) {
      return orAfter ? exact + 1 : exact;
    }
    return part == 0 && !orAfter ? from : to;
  }

  /// The number of the first message that came in that millisecond or later.
  private long firstAt(long ms) {
    long low = 1;
    long high = end;
    while (low < high) {
      long middle = low + (high - low) / 2;
      if (receivedFrom(middle) < ms) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// When the message with that number came, or the next one that there is.
  private long receivedFrom(long arrival) {
    return tx.one(
            "SELECT received FROM messages WHERE arrival >= ? ORDER BY arrival LIMIT 1",
            row -> row.number(1),
            arrival)
        .orElse(Long.MAX_VALUE);
  }
}
