package org.tidings.ui.shell;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidings.ui.Drawing;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Texts;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.SomeCircle;
import org.tidings.ui.workspace.TestWorkspace;

/// Draws home while what it is made from is built anew.
@Tag("screenshots")
class LackScreenshotsTest {
  @TempDir Path folder;

  @AfterEach
  void englishAgain() {
    Texts.speak(Language.ENGLISH);
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, ENGLISH", "DARK, ARABIC"})
  void lacking(ThemeChoice theme, Language language) throws Exception {
    Texts.speak(language);
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      SomeCircle.in(test);
      test.temp().settled().refuseBuilds();
      test.workspace().feeds().rebuildIndexes();
      test.temp().change("UPDATE indexes SET version = -version WHERE name = 'threads'");
      Drawing.of(theme).draw("lacking", () -> new Shell(test.workspace()));
    }
  }
}
