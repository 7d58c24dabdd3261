package org.tidings.ui.shell;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.feed.SomeFeed;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Texts;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.SomeCircle;
import org.tidings.ui.workspace.TestWorkspace;

/// Draws the screens with most words in every language into `target/screenshots`.
@Tag("screenshots")
class LanguageScreenshotsTest {

  @TempDir Path folder;

  @AfterEach
  void englishAgain() {
    Texts.speak(Language.ENGLISH);
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SYSTEM", "ENGLISH"})
  void inEveryLanguage(Language language) throws Exception {
    Texts.speak(language);
    String ending = "-" + language.name().toLowerCase(Locale.ROOT);
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      SomeCircle circle = SomeCircle.in(test);
      test.workspace()
          .feeds()
          .strangers()
          .called(SomeFeed.of("a stranger").id(), test.temp().clock().millis());
      test.goOnline();
      DrawnWindow window = Fx.get(() -> new DrawnWindow(test, ThemeChoice.LIGHT));
      window.draw("home" + ending, new Place.Home());
      window.draw("thread" + ending, new Place.InThread(circle.harbour(), true));
      window.draw("profile" + ending, new Place.Profile(circle.mara.id()));
      window.draw("compose" + ending, new Place.Compose());
      window.draw("peers" + ending, new Place.Peers());
      window.draw("activity" + ending, new Place.Activity());
      window.draw("settings" + ending, new Place.Settings());
      window.zoom(ThemeChoice.LIGHT, 200);
      window.draw("settings-large" + ending, new Place.Settings());
      window.close();
    }
  }
}
