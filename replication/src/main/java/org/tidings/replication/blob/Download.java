package org.tidings.replication.blob;

/// One blob that is being fetched from one peer, and how fast it comes. Confined to [Downloads].
final class Download {
  /// A source has to bring so much in so long, or another is asked.
  private static final long PATIENCE_MS = 30_000;

  private static final long LEAST_BYTES = 4096;

  /// Whoever has brought less in that time makes room for others.
  private static final long WATCHED_MS = 10_000;

  private static final long SLOW_BYTES = 80 * 1024;

  private final Want.Claim claim;
  private long patientSinceMs;
  private long patientBytes;
  private long watchedSinceMs;
  private long watchedBytes;
  private long pace = Long.MAX_VALUE;

  Download(Want.Claim claim, long nowMs) {
    this.claim = claim;
    this.patientSinceMs = nowMs;
    this.watchedSinceMs = nowMs;
  }

  Want.Claim claim() {
    return claim;
  }

  /// How many bytes have come in the last ten seconds that were looked at; as many as can be while
  /// that is not known.
  long pace() {
    return pace;
  }

  boolean isSlow() {
    return pace < SLOW_BYTES;
  }

  /// So much has come in all.
  ///
  /// @return whether that is still worth waiting for
  boolean received(long bytes, long nowMs) {
    if (nowMs - watchedSinceMs >= WATCHED_MS) {
      pace = (bytes - watchedBytes) * WATCHED_MS / (nowMs - watchedSinceMs);
      watchedSinceMs = nowMs;
      watchedBytes = bytes;
    }
    if (nowMs - patientSinceMs < PATIENCE_MS) {
      return true;
    }
    boolean enough = bytes - patientBytes >= LEAST_BYTES;
    patientSinceMs = nowMs;
    patientBytes = bytes;
    return enough;
  }
}
