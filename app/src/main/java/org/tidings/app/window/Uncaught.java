package org.tidings.app.window;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.ui.common.Problem;

/// What happens to a fault that nobody expected: the log keeps it with its stack, and a window,
/// once one is open, shows a code to quote. A window without memory can show nothing, and does
/// nothing more: then the program ends, and its lock on the folder with it, as if the power had
/// failed, which the store and the drafts are made for. Thread-safe.
public final class Uncaught implements Thread.UncaughtExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(Uncaught.class);

  /// To ask the toolkit which thread it has would start it where there is none.
  private static final String JAVAFX = "JavaFX Application Thread";

  /// What a process ends with whose window ran out of memory.
  static final int NO_MEMORY = 3;

  private static final String NO_MEMORY_LEFT =
      "Tidings ran out of memory and ended itself. What was posted is safe, and what was being"
          + " written is in its draft: start Tidings again.";

  private final IntConsumer halt;
  private volatile Consumer<Problem> window = problem -> {};

  /// @param halt ends the process at once, with this code
  public Uncaught(IntConsumer halt) {
    this.halt = halt;
  }

  /// Tells `window` from now on what the person is to see, each time on the thread that failed.
  void showIn(Consumer<Problem> window) {
    this.window = window;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable fault) {
    if (fault instanceof OutOfMemoryError && thread.getName().equals(JAVAFX)) {
      end(thread, fault);
      return;
    }
    Problem problem = Problem.of(fault);
    log.error("{} ({}) {}", problem.sentence(), thread.getName(), problem.code().orElse(""), fault);
    window.accept(problem);
  }

  /// Even these few words may find no memory.
  private void end(Thread thread, Throwable fault) {
    try {
      System.err.println(NO_MEMORY_LEFT);
      log.error("{} ({})", NO_MEMORY_LEFT, thread.getName(), fault);
    } finally {
      halt.accept(NO_MEMORY);
    }
  }
}
