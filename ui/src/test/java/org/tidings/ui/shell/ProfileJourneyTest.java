package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.log.PublishRefused;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.workspace.SomeCircle;

/// What a person does with people.
@Tag("journey")
class ProfileJourneyTest {
  private OpenShell window;
  private SomeCircle circle;

  @BeforeEach
  void open(@TempDir Path folder) throws PublishRefused {
    window = new OpenShell(folder);
    circle = SomeCircle.in(window.test());
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void blockingAsksFirstAndThenHidesThemEverywhere() {
    window.reads("Back in harbour");
    window.go(new Place.Profile(circle.mara.id()));
    window.reads("Back in harbour");
    window.click("Block");
    window.reads("Block this person?");
    window.click("Block");
    window.reads("You blocked this person");
    window.readsNoMore("Back in harbour");
    window.go(new Place.Home());
    window.reads("forty saplings");
    window.readsNoMore("Back in harbour");
  }

  @Test
  void somebodyIsUnfollowedAndFollowedAgain() {
    window.go(new Place.Profile(circle.kenji.id()));
    window.click("Unfollow");
    window.click("Follow");
    window.reads("You follow them");
  }

  @Test
  void ourNameIsChanged() {
    window.click("Profile");
    window.click("Edit profile");
    window.type("Helena");
    window.click("Save");
    window.reads("Helena");
    assertThat(window.canClick("Edit profile")).isTrue();
  }
}
