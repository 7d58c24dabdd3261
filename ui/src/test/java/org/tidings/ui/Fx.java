package org.tidings.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.testfx.api.FxToolkit;

/// Runs parts of a test on the JavaFX thread, starting the headless toolkit when it is first
/// needed.
public final class Fx {
  private static final int PULSES = 4;

  private Fx() {}

  /// The answer of `work`; what it throws is thrown here.
  ///
  /// @throws IllegalStateException on the JavaFX thread itself
  public static <T> T get(Callable<T> work) {
    start();
    if (Platform.isFxApplicationThread()) {
      throw new IllegalStateException("the JavaFX thread would wait for itself");
    }
    var answer = new CompletableFuture<T>();
    Platform.runLater(
        () -> {
          try {
            answer.complete(work.call());
          } catch (Throwable failure) {
            answer.completeExceptionally(failure);
          }
        });
    try {
      return answer.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw e;
      }
    }
  }

  public static void run(Runnable work) {
    get(
        () -> {
          work.run();
          return true;
        });
  }

  /// Returns after a few pulses, when what was asked for has been laid out.
  public static void settle() {
    for (int pulse = 0; pulse < PULSES; pulse++) {
      CompletableFuture<Boolean> done = new CompletableFuture<>();
      run(
          () ->
              new AnimationTimer() {
                @Override
                public void handle(long now) {
                  stop();
                  done.complete(true);
                }
              }.start());
      done.join();
    }
  }

  /// Starts the toolkit, if that has not been done.
  public static void start() {
    try {
      FxToolkit.registerPrimaryStage();
    } catch (TimeoutException e) {
      throw new IllegalStateException("The toolkit did not start.", e);
    }
  }
}
