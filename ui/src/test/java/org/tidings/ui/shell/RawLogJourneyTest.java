package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tidings.ui.navigation.Place;

/// Somebody wants to see what programs say to each other.
@Tag("journey")
class RawLogJourneyTest extends OnSomeCircle {
  @Test
  void theSettingsLeadToAllMessagesAndEachToAllOfIt() {
    window.go(new Place.Settings());
    window.click("Raw messages…");
    window.reads("Raw messages");
    window.press(KeyCode.DOWN);
    assertThat(window.unspoken()).isEmpty();
    window.press(KeyCode.ENTER);
    window.reads("As it is signed");
    window.reads("\"signature\": \"");
  }

  @Test
  void aProfileLeadsToTheMessagesOfItsFeed() {
    window.go(new Place.Profile(circle.mara.id()));
    window.click("Raw messages");
    window.reads("Raw messages of Mara Lindqvist");
    window.reads("Mara Lindqvist, contact, number");
    assertThat(window.place()).isEqualTo(Place.RawLog.of(circle.mara.id()));
  }
}
