package org.tidings.ui.settings;

import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.ui.Drawing;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.TestWorkspace;

/// Draws the settings.
@Tag("screenshots")
class SettingsScreenshotsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void settings(ThemeChoice theme) {
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      Drawing.of(theme).draw("settings-top", () -> SettingsView.screen(test.workspace()).content());
      Drawing.of(theme).draw("settings-end", () -> scrolledToTheEnd(test));
    }
  }

  private static Parent scrolledToTheEnd(TestWorkspace test) {
    BorderPane screen = (BorderPane) SettingsView.screen(test.workspace()).content();
    FxThread.soon(() -> ((ScrollPane) screen.getCenter()).setVvalue(1));
    return screen;
  }
}
