package org.tidings.replication.peer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/// What turns out on one connection about the ways in which feeds are exchanged on it. Thread-safe:
/// the protocols tell each other.
public final class Spoken {
  private final CompletableFuture<Boolean> ebt = new CompletableFuture<>();
  private final CompletableFuture<Boolean> history = new CompletableFuture<>();
  private final CountDownLatch ebtEnded = new CountDownLatch(1);

  /// Whether the peer speaks EBT, as soon as that is known.
  public CompletableFuture<Boolean> ebt() {
    return ebt;
  }

  /// Done when the peer has asked for history.
  public CompletableFuture<Boolean> history() {
    return history;
  }

  /// Open where a stream of EBT that the peer began has ended.
  public CountDownLatch ebtEnded() {
    return ebtEnded;
  }
}
