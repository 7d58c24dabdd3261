package org.tidings.ui.shell;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.ui.Drawing;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.SomeCircle;
import org.tidings.ui.workspace.TestWorkspace;

/// Draws the window while posting is held.
@Tag("screenshots")
class GateScreenshotsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void held(ThemeChoice theme) throws Exception {
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      SomeCircle.in(test);
      test.goOnline();
      test.workspace().feeds().gate().keyInUseElsewhere();
      Drawing.of(theme).draw("held", () -> new Shell(test.workspace()));
      Drawing.of(theme).draw("held-explained", () -> explained(new Shell(test.workspace())));
      Drawing.of(theme).draw("held-asked", () -> asked(test, new Shell(test.workspace())));
    }
  }

  private static Shell explained(Shell shell) {
    FxThread.soon(
        () ->
            List.copyOf(shell.lookupAll(".gate-buttons .button")).stream()
                .limit(1)
                .forEach(button -> ((Button) button).fire()));
    return shell;
  }

  private static Shell asked(TestWorkspace test, Shell shell) {
    FxThread.soon(() -> new GateViewModel(test.workspace()).override());
    return shell;
  }
}
