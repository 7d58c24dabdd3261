package org.tidings.replication.muxrpc;

/// How fast we hear a peer that may tell without end. Whoever has more to say waits, and nobody
/// else does: what it sends stays in its own stream, then on its own connection.
public final class Pace {
  private static final int BYTES_PER_MS = 1_024;

  private Pace() {}

  /// Waits a millisecond for each kilobyte of what was just heard, and one more. Of what was heard
  /// nothing is to be kept meanwhile: so many may wait at once.
  ///
  /// @param bytes how long it was
  public static void after(int bytes) throws InterruptedException {
    Thread.sleep(1 + bytes / BYTES_PER_MS);
  }
}
