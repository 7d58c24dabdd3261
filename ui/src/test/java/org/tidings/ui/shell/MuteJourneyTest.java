package org.tidings.ui.shell;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.log.PublishRefused;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.workspace.SomeCircle;

/// What a person does who would rather not come across somebody.
@Tag("journey")
class MuteJourneyTest {
  private OpenShell window;
  private SomeCircle circle;

  @BeforeEach
  void open(@TempDir Path folder) throws PublishRefused {
    window = new OpenShell(folder);
    circle = SomeCircle.in(window.test());
    window.reads("forty saplings");
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void theMutedGoFromHomeAndTheirRepliesAreFolded() {
    window.go(new Place.Profile(circle.jonas.id()));
    window.click("Mute");
    window.reads("Unmute");
    window.go(new Place.Home());
    window.readsNoMore("forty saplings");
    window.go(new Place.InThread(circle.harbour()));
    window.reads("1 post by somebody you muted");
    window.readsNoMore("only been next door");
    window.click("Show");
    window.reads("only been next door");
  }

  @Test
  void unmutedTheyAreThereAgain() {
    window.go(new Place.Profile(circle.jonas.id()));
    window.click("Mute");
    window.click("Unmute");
    window.reads("Mute");
    window.go(new Place.Home());
    window.reads("forty saplings");
  }
}
