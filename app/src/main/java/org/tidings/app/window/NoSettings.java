package org.tidings.app.window;

import org.tidings.ui.workspace.SettingsStore;
import org.tidings.ui.workspace.WindowSettings;

/// The usual settings, where there is no folder to keep any in.
final class NoSettings implements SettingsStore {
  @Override
  public WindowSettings load() {
    return WindowSettings.USUAL;
  }

  @Override
  public void save(WindowSettings settings) {
    // There is nowhere to keep them, and the window that asks has nothing to set.
  }
}
