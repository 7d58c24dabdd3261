package org.tidings.ui.shell;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Texts;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.sync.ScriptedFriend;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.SomeCircle;
import org.tidings.ui.workspace.TestWorkspace;

/// Draws the window while it catches up with others.
@Tag("screenshots")
class SyncScreenshotsTest {
  @TempDir private Path folder;

  @AfterEach
  void englishAgain() {
    Texts.speak(Language.ENGLISH);
  }

  @ParameterizedTest
  @CsvSource({"LIGHT,ENGLISH", "DARK,ENGLISH", "LIGHT,ARABIC"})
  void catchingUp(ThemeChoice theme, Language language) throws Exception {
    Texts.speak(language);
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      SomeCircle circle = SomeCircle.in(test);
      for (int post = 0; post < 300; post++) {
        circle.jonas.post("Post " + post);
      }
      test.goOnline();
      DrawnWindow window = Fx.get(() -> new DrawnWindow(test, theme));
      try (ScriptedFriend friend =
          new ScriptedFriend(circle.mara, test.workspace().replication().address())) {
        friend.claims(Map.of(circle.jonas.id(), 820, circle.amira.id(), 400));
        Awaitility.await().until(() -> test.workspace().replication().syncProgress().isPresent());
        friend.sends(circle.jonas);
        Awaitility.await()
            .until(
                () ->
                    test.workspace()
                        .replication()
                        .syncProgress()
                        .filter(now -> now.messagesDone() > 0)
                        .isPresent());
        String name = "sync-" + language.name().toLowerCase(Locale.ROOT);
        window.draw(name + "-home", new Place.Home());
        window.draw(name, new Place.Peers());
        window.rest();
        window.draw(name, new Place.Peers());
      }
      window.close();
    }
  }
}
