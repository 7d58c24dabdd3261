package org.tidings.feed.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/// Waiting that an interrupt does not cut short: closing must not leave half of the threads
/// running. The interrupt is kept for whoever asks next.
public final class Uninterruptibly {

  private static final long FOREVER_DAYS = 365;

  private Uninterruptibly() {}

  /// Waits for the end of a thread.
  public static void join(Thread thread) {
    await(
        () -> {
          thread.join();
          return true;
        });
  }

  /// Waits for what comes of something done elsewhere; a failure of that is thrown here.
  public static <T> T result(CompletableFuture<T> work) {
    try {
      return work.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  /// Lets the tasks that were accepted finish, and takes no more.
  static void shutDown(ExecutorService threads) {
    threads.shutdown();
    await(() -> threads.awaitTermination(FOREVER_DAYS, TimeUnit.DAYS));
  }

  private interface Waiting {
    boolean isOver() throws InterruptedException;
  }

  private static void await(Waiting waiting) {
    boolean interrupted = false;
    boolean over = false;
    while (!over) {
      try {
        over = waiting.isOver();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
