package org.tidings.replication.peer;

import java.util.concurrent.atomic.AtomicLong;

/// How replication with one peer goes, in messages. Thread-safe: protocols count, people look.
public final class Progress {
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong sent = new AtomicLong();
  private volatile long missing;

  /// What it came to at one moment.
  ///
  /// @param received messages this peer sent us
  /// @param sent messages we sent it
  /// @param missing messages it has said to have and we still lack
  public record Snapshot(long received, long sent, long missing) {
    /// Whether messages are still to come.
    public boolean isSyncing() {
      return missing > 0;
    }
  }

  /// A message came.
  public void received() {
    received.incrementAndGet();
  }

  /// A message was sent.
  public void sent() {
    sent.incrementAndGet();
  }

  /// How many messages the peer has that we want and lack, by its last notes.
  public void missing(long messages) {
    missing = Math.max(0, messages);
  }

  public Snapshot now() {
    return new Snapshot(received.get(), sent.get(), missing);
  }
}
