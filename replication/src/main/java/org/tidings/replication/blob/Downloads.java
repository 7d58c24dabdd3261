package org.tidings.replication.blob;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tidings.feed.ref.BlobId;

/// What is being fetched, and from whom: one source for each blob. Confined to [BlobState].
final class Downloads {
  /// In all, and from one peer.
  static final int MOST = 8;

  static final int MOST_EACH = 4;

  /// A source has to bring so much in so long, or another is asked.
  private static final long PATIENCE_MS = 30_000;

  private static final long LEAST_BYTES = 4096;

  private final Map<BlobId, Download> running = new HashMap<>();

  /// One of them.
  ///
  /// @param sinceMs when `bytes` had come
  private record Download(Want.Claim claim, long sinceMs, long bytes) {
    long link() {
      return claim.link();
    }
  }

  boolean isFull() {
    return running.size() >= MOST;
  }

  boolean has(BlobId blob) {
    return running.containsKey(blob);
  }

  /// How many bytes a blob that is being fetched has, as its source says.
  Optional<Long> claimOf(BlobId blob) {
    return Optional.ofNullable(running.get(blob)).map(download -> download.claim.size());
  }

  long from(long link) {
    return running.values().stream().filter(download -> download.link() == link).count();
  }

  void begin(BlobId blob, Want.Claim claim, long nowMs) {
    running.put(blob, new Download(claim, nowMs, 0));
  }

  /// Whether it was being fetched; it is no longer.
  boolean end(BlobId blob) {
    return running.remove(blob) != null;
  }

  /// The same, if it was fetched from that peer.
  boolean end(BlobId blob, long link) {
    Download download = running.get(blob);
    return download != null && download.link() == link && end(blob);
  }

  /// Forgets all of that peer.
  void endAll(long link) {
    running.values().removeIf(download -> download.link() == link);
  }

  /// Those that bring too little, which are no longer among them, and from whom they came.
  Map<BlobId, Long> stalled(Map<BlobId, Long> received, long nowMs) {
    Map<BlobId, Long> stalled = new HashMap<>();
    for (Map.Entry<BlobId, Download> entry : running.entrySet()) {
      Download download = entry.getValue();
      if (nowMs - download.sinceMs >= PATIENCE_MS) {
        long bytes = received.getOrDefault(entry.getKey(), 0L);
        if (bytes - download.bytes < LEAST_BYTES) {
          stalled.put(entry.getKey(), download.link());
        } else {
          entry.setValue(new Download(download.claim, nowMs, bytes));
        }
      }
    }
    stalled.keySet().forEach(running::remove);
    return stalled;
  }
}
