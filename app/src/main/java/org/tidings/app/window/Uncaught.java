package org.tidings.app.window;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.ui.common.Problem;

/// What happens to a fault that nobody expected: the log keeps it with its stack, and a window, if
/// one is open, shows a code to quote. Thread-safe.
///
/// @param window told what the person is to see, on the thread that failed
public record Uncaught(Consumer<Problem> window) implements Thread.UncaughtExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(Uncaught.class);

  /// Where there is no window, the log alone is told.
  public static Uncaught withoutWindow() {
    return new Uncaught(problem -> {});
  }

  @Override
  public void uncaughtException(Thread thread, Throwable fault) {
    Problem problem = Problem.of(fault);
    log.error("{} ({}) {}", problem.sentence(), thread.getName(), problem.code().orElse(""), fault);
    window.accept(problem);
  }
}
