package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tidings.feed.SomeFeed;
import org.tidings.ui.Fx;
import org.tidings.ui.control.Focus;
import org.tidings.ui.navigation.Place;

/// Where the keyboard is for whoever comes to a place, and for whoever comes back.
@Tag("journey")
class ArrivalJourneyTest extends OnSomeCircle {

  private Scene scene() {
    return window.stage().getScene();
  }

  private boolean isInScreen() {
    return Focus.isIn(scene().lookup(".screen"));
  }

  @Test
  void whoReactedIsWalkedThroughAtOnceAndGoneBackTo() {
    window.go(new Place.Reactions(circle.harbour()));
    window.reads("jonas");
    window.press(KeyCode.DOWN);
    window.press(KeyCode.DOWN);
    window.press(KeyCode.ENTER);
    assertThat(window.place()).isInstanceOf(Place.Profile.class);
    Place second = window.place();
    window.press(KeyCode.ALT, KeyCode.LEFT);
    assertThat(window.place()).isInstanceOf(Place.Reactions.class);
    window.press(KeyCode.ENTER);
    assertThat(window.place()).isEqualTo(second);
  }

  @Test
  void detailsAreScrolledAtOnceAndGoneBackToWhereOneWasInThem() {
    window.go(new Place.Details(circle.harbour()));
    window.eventually("the keyboard is in the details", this::isInScreen);
    window.press(KeyCode.TAB);
    assertThat(Fx.get(this::isInScreen)).isTrue();
    Node left = Fx.get(scene()::getFocusOwner);
    window.press(KeyCode.CONTROL, KeyCode.COMMA);
    assertThat(window.place()).isEqualTo(new Place.Settings());
    window.press(KeyCode.ALT, KeyCode.LEFT);
    assertThat(Fx.get(scene()::getFocusOwner)).isSameAs(left);
  }

  @Test
  void aRoomThatIsUnknownLeadsOnWithOneKey() {
    window.go(new Place.Room(circle.mara.id()));
    window.eventually("the keyboard is in the page of the room", this::isInScreen);
    window.press(KeyCode.ENTER);
    assertThat(window.place()).isEqualTo(new Place.Peers());
  }

  @Test
  void detailsOfWhatIsNotHereLeadOnWithOneKey() {
    window.go(new Place.Details(SomeFeed.of("nobody").post("never heard").id()));
    window.eventually("the keyboard is in the details", this::isInScreen);
    window.press(KeyCode.ENTER);
    assertThat(window.place()).isEqualTo(new Place.Peers());
  }
}
