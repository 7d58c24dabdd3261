package org.tidings.feed;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

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

  /// Waits for it. What it threw is thrown here.
  T get() {
    try {
      return result.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw failed;
    }
  }
}
