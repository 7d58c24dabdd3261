package org.tidings.replication.muxrpc;

import java.time.Duration;

/// How much may wait to be sent on one connection: about what leaves in a second. Else, on a slow
/// line, whatever is said anew comes behind all that waited for room before, half a minute of it.
/// Confined to the lock of its queue.
final class Backlog {
  private static final int FIRST = 32 * 1024;
  private static final int LEAST = 8 * 1024;

  private static final long TIME = Duration.ofSeconds(1).toNanos();

  /// What leaves faster than that has not waited for the peer to take in what went before.
  private static final long AT_ONCE = Duration.ofMillis(50).toNanos();

  private final int most;
  private int room;

  /// @param most in bytes, however fast the line is
  Backlog(int most) {
    this.most = most;
    this.room = Math.min(FIRST, most);
  }

  /// How much may wait now, in bytes.
  int room() {
    return room;
  }

  /// So many bytes took so long to leave. Little tells nothing where it leaves at once.
  void left(long bytes, long nanos) {
    if (nanos > AT_ONCE) {
      room = Math.clamp(bytes * TIME / nanos, Math.min(LEAST, most), most);
    } else if (bytes >= Math.min(room, FIRST) / 2) {
      room = Math.min(most, 2 * room);
    }
  }
}
