package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tidings.ui.Fx;
import org.tidings.ui.navigation.Place;

/// What a person does who looks for something.
@Tag("journey")
class SearchJourneyTest extends OnSomeCircle {
  @BeforeEach
  void see() {
    window.reads("Back in harbour");
  }

  @Test
  void aPostIsFoundAndOpenedByKeyboard() {
    window.press(KeyCode.CONTROL, KeyCode.K);
    window.type("sapl");
    window.reads("jonas 🌱: Planted forty saplings");
    window.press(KeyCode.ENTER);
    assertThat(window.place()).isInstanceOf(Place.InThread.class);
    window.reads("Write a reply");
  }

  @Test
  void aPersonIsFoundAndOpenedByMouse() {
    window.click("Search");
    window.type("lindq");
    window.click("Mara Lindqvist, You follow each other");
    assertThat(window.place()).isEqualTo(new Place.Profile(circle.mara.id()));
  }

  @Test
  void escapeClosesAndGivesTheKeyboardBack() {
    var before = window.stage().getScene().getFocusOwner();
    window.press(KeyCode.CONTROL, KeyCode.F);
    window.press(KeyCode.ESCAPE);
    window.readsNoMore("Search, or paste an id or a link");
    assertThat(window.stage().getScene().getFocusOwner()).isEqualTo(before);
    window.press(KeyCode.CONTROL, KeyCode.N);
    assertThat(window.place()).isEqualTo(new Place.Compose());
  }

  @Test
  void arrowsWalkThroughTheCommands() {
    window.press(KeyCode.CONTROL, KeyCode.K);
    window.press(KeyCode.DOWN);
    window.press(KeyCode.DOWN);
    assertThat(window.pointedAt()).startsWith("Write a private message");
    window.press(KeyCode.ENTER);
    assertThat(window.place()).isEqualTo(new Place.NewConversation());
  }

  @Test
  void anInviteIsTakenToTheConnectionsAndNotUsedYet() throws IOException {
    window.test().goOnline();
    window.press(KeyCode.CONTROL, KeyCode.K);
    window.type("https://room.example/join?invite=0123456789");
    window.reads("This is an invite");
    window.press(KeyCode.ENTER);
    assertThat(window.place()).isEqualTo(new Place.Peers());
    TextField field = window.node("peer-address", TextField.class);
    window.eventually("it stands there", () -> field.getText().contains("room.example/join"));
    assertThat(window.canClick("peer-connect")).isTrue();
  }

  @Test
  void thatNothingIsFoundIsSaidInWords() {
    window.press(KeyCode.CONTROL, KeyCode.K);
    window.type("xyzzy");
    window.reads("Nothing here matches that.");
    window.hears("Nothing here matches that.");
  }

  @Test
  void whoeverScrollsStaysWhereTheyAreWhenMoreIsFound() {
    for (int i = 0; i < 30; i++) {
      circle.mara.post("Sailed again, the " + i + "th time");
    }
    window.test().receive(circle.mara);
    window.press(KeyCode.CONTROL, KeyCode.K);
    window.type("sailed");
    window.reads("the 29th time");
    ScrollPane found = (ScrollPane) window.stage().getScene().lookup(".found-scroll");
    Fx.run(() -> found.setVvalue(1));
    window.eventually("more is found", () -> found.lookupAll(".finding").size() > 20);
    Fx.settle();
    assertThat(found.getVvalue()).isGreaterThan(0.3);
  }
}
