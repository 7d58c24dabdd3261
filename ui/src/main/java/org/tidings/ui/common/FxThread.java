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

  /// Fails on the JavaFX thread where assertions are on: for whatever waits.
  public static void refuse() {
    assert !Platform.isFxApplicationThread() : "the JavaFX thread was about to wait";
  }

  /// Runs `work` on the JavaFX thread once what is under way there is done: a node made now is in
  /// the window by then.
  public static void soon(Runnable work) {
    Platform.runLater(work);
  }
}
