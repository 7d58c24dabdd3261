package org.tidings.ui.workspace;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.tidings.ui.common.Background;

/// Questions put to the database on the JavaFX thread past [Background], also where the test has
/// that answer on the thread that asks. Thread-safe.
final class UnaskedQuestions {
  /// To ask the toolkit which thread it has would start it where there is none.
  private static final String JAVAFX = "JavaFX Application Thread";

  private final ThreadLocal<Boolean> isAsking = ThreadLocal.withInitial(() -> false);
  private final Queue<AssertionError> found = new ConcurrentLinkedQueue<>();

  /// `work` as it runs what may wait.
  Executor asking(Executor work) {
    return task -> work.execute(() -> as(true, task));
  }

  /// `screen` as it runs what may not.
  Executor answering(Executor screen) {
    return task -> screen.execute(() -> as(false, task));
  }

  private void as(boolean asking, Runnable task) {
    boolean before = isAsking.get();
    isAsking.set(asking);
    try {
      task.run();
    } finally {
      isAsking.set(before);
    }
  }

  /// Fails where the JavaFX thread would wait.
  void check() {
    if (Thread.currentThread().getName().equals(JAVAFX) && !isAsking.get()) {
      AssertionError error = new AssertionError("the JavaFX thread asks the database");
      found.add(error);
      throw error;
    }
  }

  /// Fails with the first that was found, which whoever ran into it may have swallowed.
  void failIfAny() {
    AssertionError first = found.peek();
    if (first != null) {
      throw new AssertionError(first.getMessage(), first);
    }
  }
}
