package org.tidings.replication.muxrpc;

import java.time.Duration;

/// How long those who come through a room and whom nobody knows may keep its connection from being
/// read, all together: for a second, and a tenth of the time comes back. Else each of them would
/// begin anew, under as many names as they like. Confined to the reading thread.
final class TunnelPatience {
  private static final long MOST = Duration.ofSeconds(1).toNanos();
  private static final int SHARE = 10;

  private long left = MOST;
  private long asOf;

  TunnelPatience(long nowNanos) {
    this.asOf = nowNanos;
  }

  /// How long one of them may go on by now, in nanoseconds.
  long left(long nowNanos) {
    left = Math.min(MOST, left + (nowNanos - asOf) / SHARE);
    asOf = nowNanos;
    return left;
  }

  /// One of them kept the connection from being read since then.
  void heldUp(long sinceNanos, long nowNanos) {
    left -= nowNanos - sinceNanos;
    asOf = nowNanos;
  }
}
