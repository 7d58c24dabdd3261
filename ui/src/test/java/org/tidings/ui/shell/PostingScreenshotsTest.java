package org.tidings.ui.shell;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.SomeCircle;
import org.tidings.ui.workspace.TestWorkspace;

/// What is about to be posted, and what is hidden.
@Tag("screenshots")
class PostingScreenshotsTest {
  private static final int LARGE = 200;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void aboutToBePosted(ThemeChoice theme) throws Exception {
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      SomeCircle circle = SomeCircle.in(test);
      DrawnWindow window = Fx.get(() -> new DrawnWindow(test, theme));
      window.draw("compose", new Place.Compose());
      window.write("Low tide at six. Who comes to the **old wreck**? ⛵");
      window.press("Post");
      window.rest();
      window.draw("home-posting", new Place.Home());
      Place thread = new Place.InThread(circle.harbour(), true);
      window.draw("thread-posting", thread);
      window.write("Welcome home. " + "Tell us everything. ".repeat(60));
      window.press("Reply");
      window.rest();
      window.draw("thread-posting", thread);
      Place talk = new Place.Conversation(Set.of(circle.mara.id()));
      window.draw("conversation-posting", talk);
      window.write("And bring the torch.");
      window.press("Send");
      window.rest();
      window.draw("conversation-posting", talk);
      window.zoom(theme, LARGE);
      window.draw("thread-posting-large", thread);
      window.zoom(theme, 100);
      test.workspace().feeds().hiddenWords().add("Saplings");
      test.workspace().feeds().hiddenWords().add("final score");
      test.workspace().feeds().mutes().mute(circle.harbour());
      window.rest();
      window.draw("home-hidden", new Place.Home());
      window.draw("thread-quiet", thread);
      window.close();
    }
  }
}
