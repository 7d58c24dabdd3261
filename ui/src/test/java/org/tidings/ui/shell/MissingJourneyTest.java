package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.Fx;
import org.tidings.ui.navigation.Place;

/// What a person is told who comes to what is not here.
@Tag("journey")
class MissingJourneyTest extends OnSomeCircle {
  private final SomeFeed stranger = SomeFeed.of("stranger");
  private final MessageId nobodyHas = stranger.post("said to nobody").id();

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
  void whatWasBegunInAThreadThatIsGoneCanBeWrittenOn() {
    window.test().workspace().feeds().drafts().save("thread:" + nobodyHas, "As you said,");
    window.go(Place.InThread.goingOn(nobodyHas, Optional.empty()));
    window.reads("This thread is not here yet");
    window.type(" it is late");
    assertThat(window.written()).isEqualTo("As you said, it is late");
  }

  @Test
  void aMessageThatIsNoPost() {
    MessageId name = circle.kenji.name(circle.kenji.id(), "Kenji").id();
    window.test().receive(circle.kenji);
    window.go(new Place.InThread(name));
    window.reads("There is no thread to show here");
    window.reads("It is a message of Kenji that is no post.");
    window.click("Details");
    assertThat(window.place()).isEqualTo(new Place.Details(name));
  }

  @Test
  void aThreadThatSomebodyBlockedBegan() throws PublishRefused {
    circle.mara.reply("Has anybody else seen this?", nobodyHas, nobodyHas);
    window.test().receive(circle.mara);
    window.go(new Place.InThread(nobodyHas));
    window.reads("It has not arrived, and who wrote it is not known here.");

    window.test().receive(stranger);
    window.test().workspace().feeds().publisher().publish(Contact.block(stranger.id()).toJson());
    window.reads("whom you blocked");
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
