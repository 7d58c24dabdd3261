package org.tidings.ui.workspace;

import java.io.IOException;

/// Where the window keeps its settings; the program around it decides on the file. Thread-safe.
public interface SettingsStore {
  /// What was saved last; the usual settings when there is nothing to read.
  WindowSettings load();

  /// Replaces what was saved.
  ///
  /// @throws IOException with a sentence for people
  void save(WindowSettings settings) throws IOException;
}
