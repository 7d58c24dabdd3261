package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tidings.feed.SomeFeed;
import org.tidings.ui.navigation.Place;

/// What a person does who looks for people.
@Tag("journey")
class ExploreJourneyTest extends OnSomeCircle {
  @Test
  void somebodyIsDiscoveredThroughFriendsAndFollowed() {
    SomeFeed wren = SomeFeed.of("wren");
    wren.name(wren.id(), "Wren");
    circle.mara.follow(wren.id());
    circle.jonas.follow(wren.id());
    window.test().receive(wren, circle.mara, circle.jonas);
    window.click("Explore");
    window.reads("Wren");
    window.reads("and 1 other you follow");
    window.click("Follow: Wren");
    window.readsNoMore("Wren");
    assertThat(window.test().workspace().feeds().graph().followed()).contains(wren.id());
  }

  @Test
  void theWayThereIsInThePaletteToo() {
    window.press(KeyCode.CONTROL, KeyCode.K);
    window.type("explore");
    window.reads("Ctrl + 8");
    window.press(KeyCode.ENTER);
    assertThat(window.place()).isEqualTo(new Place.Explore());
  }
}
