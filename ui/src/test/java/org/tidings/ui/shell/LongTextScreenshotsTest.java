package org.tidings.ui.shell;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Texts;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.SomeCircle;
import org.tidings.ui.workspace.TestWorkspace;

/// A text that outgrows one post.
@Tag("screenshots")
class LongTextScreenshotsTest {
  private static final int LARGE = 200;
  private static final String PARAGRAPH =
      "Nine days at sea, without any network at all. ".repeat(8).strip() + "\n\n";

  @TempDir Path folder;

  @AfterEach
  void englishAgain() {
    Texts.speak(Language.ENGLISH);
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void continued(ThemeChoice theme) throws Exception {
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      SomeCircle circle = SomeCircle.in(test);
      DrawnWindow window = Fx.get(() -> new DrawnWindow(test, theme));
      Place compose = new Place.Compose();
      window.draw("continued-near", compose);
      window.write(PARAGRAPH.repeat(20) + "And that is nearly all of it. ".repeat(2));
      window.draw("continued-near", compose);
      window.write("# Nine days\n\n" + PARAGRAPH.repeat(50));
      window.rest();
      window.draw("continued-offer", compose);
      window.press("Continue as a thread");
      window.rest();
      window.draw("continued-wanted", compose);
      window.zoom(theme, LARGE);
      window.draw("continued-wanted-large", compose);
      window.zoom(theme, 100);
      window.press("Post");
      window.rest();
      window.draw("continued-waiting", new Place.Home());
      Place thread = new Place.InThread(circle.harbour(), true);
      window.draw("continued-reply", thread);
      window.write(PARAGRAPH.repeat(30));
      window.rest();
      window.press("Continue as a thread");
      window.rest();
      window.draw("continued-reply", thread);
      window.close();
      Texts.speak(Language.ARABIC);
      DrawnWindow arabic = Fx.get(() -> new DrawnWindow(test, theme));
      arabic.draw("continued-arabic", thread);
      arabic.press(Texts.of("compose.thread.want"));
      arabic.rest();
      arabic.draw("continued-arabic", thread);
      arabic.close();
    }
  }
}
