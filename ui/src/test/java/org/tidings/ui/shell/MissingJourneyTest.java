package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.Fx;
import org.tidings.ui.navigation.Place;

/// What a person is told who comes to what is not here.
@Tag("journey")
class MissingJourneyTest extends OnSomeCircle {
  private final MessageId nobodyHas = SomeFeed.of("stranger").post("said to nobody").id();

  private void leadsToConnections() {
    Button way = (Button) window.stage().getScene().lookup(".empty-state .button");
    Fx.run(way::fire);
    assertThat(window.place()).isEqualTo(new Place.Peers());
  }

  @Test
  void aThreadThatNobodyHasPassedOn() {
    window.go(new Place.InThread(nobodyHas));
    window.reads("This thread is not here yet");
    window.reads("They appear by themselves");
    leadsToConnections();
  }

  @Test
  void aMessageOfWhichNothingIsKnown() {
    window.go(new Place.Details(nobodyHas));
    window.reads("This message is not here");
    leadsToConnections();
  }

  @Test
  void aRoomWhereWeAreNot() {
    window.go(new Place.Room(SomeFeed.of("some room").id()));
    window.reads("You have not been to this room");
    leadsToConnections();
  }
}
