package org.tidings.app.window;

import java.nio.file.Path;
import org.tidings.ui.shell.WindowStart;
import org.tidings.ui.workspace.SettingsStore;

/// What a window is opened on.
///
/// @param folder the data folder
record Opening(Path folder, SettingsStore settings, Content content) {

  /// What the window opens with, waiting for it.
  @FunctionalInterface
  interface Content {
    /// Says it once it is known; called off the JavaFX thread.
    ///
    /// @param raise brings the window before all others
    WindowStart start(Runnable raise) throws InterruptedException;
  }
}
