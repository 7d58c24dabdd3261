package org.tidings.ui.shell;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.feed.message.Message;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Texts;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.Sealing;
import org.tidings.ui.workspace.SomeCircle;
import org.tidings.ui.workspace.TestWorkspace;

/// Draws messages as they are stored.
@Tag("screenshots")
class RawLogScreenshotsTest {
  @TempDir Path folder;

  @AfterEach
  void englishAgain() {
    Texts.speak(Language.ENGLISH);
  }

  @ParameterizedTest
  @EnumSource(names = {"ENGLISH", "ARABIC"})
  void inBothDirections(Language language) throws Exception {
    Texts.speak(language);
    boolean mirrored = Texts.rightToLeft();
    ThemeChoice theme = mirrored ? ThemeChoice.DARK : ThemeChoice.LIGHT;
    String ending = mirrored ? "-arabic" : "";
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      SomeCircle circle = SomeCircle.in(test);
      Message arabic = circle.amira.post("صباح الخير! قصيدة قصيرة عن البحر 🌊");
      Sealing.write(circle.jonas, "Psst", test.workspace().self());
      test.receive(circle.amira, circle.jonas, circle.longName);
      DrawnWindow window = Fx.get(() -> new DrawnWindow(test, theme));
      window.draw("rawlog" + ending, Place.RawLog.OF_ALL);
      window.draw("rawlog-feed" + ending, Place.RawLog.of(circle.longName.id()));
      window.draw("rawlog-details" + ending, new Place.Details(arabic.id()));
      window.zoom(theme, 200);
      window.resize(960, 640);
      window.draw("rawlog-large" + ending, Place.RawLog.OF_ALL);
      window.close();
    }
  }
}
