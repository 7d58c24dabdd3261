package org.tidings.app.window;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.ui.common.Problem;

/// What happens to a fault that nobody expected: the log keeps it with its stack, and a window,
/// once one is open, shows a code to quote. Thread-safe.
public final class Uncaught implements Thread.UncaughtExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(Uncaught.class);

  private volatile Consumer<Problem> window = problem -> {};

  /// Tells `window` from now on what the person is to see, each time on the thread that failed.
  void showIn(Consumer<Problem> window) {
    this.window = window;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable fault) {
    Problem problem = Problem.of(fault);
    log.error("{} ({}) {}", problem.sentence(), thread.getName(), problem.code().orElse(""), fault);
    window.accept(problem);
  }
}
