package org.tidings.replication.muxrpc;

import org.tidings.replication.transport.ProtocolException;

/// What comes over one connection and nobody waits for, counted in bytes. Honest peers have much on
/// its way of calls that are over, and again of others later: so it is forgotten with time.
/// Confined to the reading thread.
final class Leftovers {
  /// So much at once.
  static final int MOST = 16 << 20;

  /// So long until one more byte is forgotten.
  private static final long NANOS_PER_BYTE = 16_000;

  private long bytes;
  private long asOf;

  Leftovers(long nowNanos) {
    asOf = nowNanos;
  }

  /// Some more came.
  ///
  /// @throws ProtocolException when the peer goes on and on with them
  void add(int more, long nowNanos) throws ProtocolException {
    bytes = Math.max(0, bytes - (nowNanos - asOf) / NANOS_PER_BYTE) + more;
    asOf = nowNanos;
    if (bytes > MOST) {
      throw new ProtocolException("more and more that nobody waits for");
    }
  }
}
