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
  private OpenWindow window;
  private SomeCircle circle;

  @BeforeEach
  void open(@TempDir Path folder) throws PublishRefused {
    window = new OpenWindow(folder);
    circle = SomeCircle.in(window.test());
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void blockingAsksFirstAndThenHidesThemEverywhere() {
    window.see("Back in harbour");
    window.go(new Place.Profile(circle.mara.id()));
    window.see("Back in harbour");
    window.click("Block");
    window.see("Block this person?");
    window.click("Block");
    window.see("You blocked this person");
    window.seeNoMore("Back in harbour");
    window.go(new Place.Home());
    window.see("forty saplings");
    window.seeNoMore("Back in harbour");
  }

  @Test
  void somebodyIsUnfollowedAndFollowedAgain() {
    window.go(new Place.Profile(circle.kenji.id()));
    window.click("Unfollow");
    window.click("Follow");
    window.see("You follow them");
  }

  @Test
  void ourNameIsChanged() {
    window.click("Profile");
    window.click("Edit profile");
    window.type("Helena");
    window.click("Save");
    window.see("Helena");
    assertThat(window.canClick("Edit profile")).isTrue();
  }
}
