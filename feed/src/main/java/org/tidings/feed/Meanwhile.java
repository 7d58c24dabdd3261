package org.tidings.feed;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.tidings.feed.store.Uninterruptibly;

/// What opening a store needs in a moment, done on a thread of its own until then: the time a start
/// takes is mostly code that runs for the first time, and a second processor runs half of it.
///
/// @param <T> what comes of it
final class Meanwhile<T> {

  private final CompletableFuture<T> result;

  private Meanwhile(CompletableFuture<T> result) {
    this.result = result;
  }

  static <T> Meanwhile<T> start(String name, Supplier<T> work) {
    return new Meanwhile<>(
        CompletableFuture.supplyAsync(
            work, task -> Thread.ofPlatform().daemon().name(name).start(task)));
  }

  /// Waits for it. A failure of it is thrown here.
  T get() {
    return Uninterruptibly.result(result);
  }
}
