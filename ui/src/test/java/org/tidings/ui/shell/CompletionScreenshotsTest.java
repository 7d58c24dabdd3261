package org.tidings.ui.shell;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.feed.content.ChannelSubscription;
import org.tidings.feed.content.Post;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Texts;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.SomeCircle;
import org.tidings.ui.workspace.TestWorkspace;

/// What is offered while one writes.
@Tag("screenshots")
class CompletionScreenshotsTest {
  private static final int LARGE = 200;

  @TempDir Path folder;

  @AfterEach
  void englishAgain() {
    Texts.speak(Language.ENGLISH);
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void offered(ThemeChoice theme) throws Exception {
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      SomeCircle circle = SomeCircle.in(test);
      var publisher = test.workspace().feeds().publisher();
      publisher.publish(new ChannelSubscription("sailing", true).toJson());
      publisher.publish(Post.root("On #solar-punk, #solitude, #soup and #sailing").toJson());
      test.workspace().feeds().petnames().save(circle.kenji.id(), "Kenji from the bike shop 🚲");
      DrawnWindow window = Fx.get(() -> new DrawnWindow(test, theme));
      window.draw("offered-people", new Place.Compose());
      window.type("Low tide at six.\n\nWho comes to the old wreck, @");
      window.draw("offered-people");
      window.type("\n#s");
      window.draw("offered-channels");
      Place thread = new Place.InThread(circle.harbour(), true);
      window.draw("offered-emoji", thread);
      window.type("What a journey :sm");
      window.draw("offered-emoji");
      window.zoom(theme, LARGE);
      window.draw("offered-large");
      window.zoom(theme, 100);
      window.draw("offered-private", new Place.Conversation(Set.of(circle.amira.id())));
      window.type("صباح الخير يا @");
      window.draw("offered-private");
      window.press("Change recipients");
      window.rest();
      window.draw("recipients-change");
      window.typeWho("m");
      window.draw("recipients-offered");
      window.close();
      Texts.speak(Language.ARABIC);
      DrawnWindow arabic = Fx.get(() -> new DrawnWindow(test, theme));
      arabic.draw("offered-arabic", new Place.Compose());
      arabic.type("\nمرحبا @");
      arabic.draw("offered-arabic");
      Place talk =
          new Place.Conversation(Set.of(circle.mara.id(), circle.longName.id(), circle.kenji.id()));
      arabic.draw("recipients-arabic", talk);
      arabic.press(Texts.of("private.change"));
      arabic.rest();
      arabic.draw("recipients-arabic");
      arabic.close();
    }
  }
}
