package org.tidings.app.window;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.tidings.ui.shell.WindowStart;
import org.tidings.ui.workspace.SettingsStore;

/// What a window is opened on.
///
/// @param folder the data folder
/// @param link where it leads first, if not home
record Opening(Path folder, SettingsStore settings, Content content, Optional<String> link) {

  /// What the window opens with, waiting for it.
  @FunctionalInterface
  interface Content {
    /// Says it once it is known; called off the JavaFX thread.
    ///
    /// @param raise brings the window before all others, and there to where a link leads
    WindowStart start(Consumer<Optional<String>> raise) throws InterruptedException;
  }
}
