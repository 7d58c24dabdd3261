package org.tidings.ui.workspace;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;

/// Stands for the JavaFX thread: what others hand over waits until the test's own thread takes it.
public final class FakeScreen implements Executor {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(2);

  private final LinkedBlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();

  @Override
  public void execute(Runnable change) {
    waiting.add(change);
  }

  /// Runs what is handed over until `reached`.
  public void until(BooleanSupplier reached) {
    await()
        .pollInSameThread()
        .pollInterval(POLL)
        .pollDelay(Duration.ZERO)
        .atMost(PATIENCE)
        .until(
            () -> {
              for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
                next.run();
              }
              return reached.getAsBoolean();
            });
  }
}
