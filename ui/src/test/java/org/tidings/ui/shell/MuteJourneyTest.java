package org.tidings.ui.shell;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tidings.ui.navigation.Place;

/// What a person does who would rather not come across somebody.
@Tag("journey")
class MuteJourneyTest extends OnSomeCircle {
  @BeforeEach
  void see() {
    window.reads("forty saplings");
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
