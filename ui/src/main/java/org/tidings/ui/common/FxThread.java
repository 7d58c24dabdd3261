package org.tidings.ui.common;

import javafx.application.Platform;

/// The one door to the JavaFX thread. Thread-safe.
public final class FxThread {
  private FxThread() {}

  /// Runs `work` on the JavaFX thread: at once when already there, else soon.
  public static void run(Runnable work) {
    if (Platform.isFxApplicationThread()) {
      work.run();
    } else {
      Platform.runLater(work);
    }
  }
}
