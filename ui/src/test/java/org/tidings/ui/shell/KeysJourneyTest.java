package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tidings.ui.Fx;
import org.tidings.ui.control.Focus;
import org.tidings.ui.navigation.Place;

@Tag("journey")
class KeysJourneyTest extends OnSomeCircle {

  @Test
  void allKeysAreListedFromAnywhereAndTheKeyboardIsGivenBack() {
    window.go(new Place.Compose());
    window.type("half a thought");
    window.press(KeyCode.CONTROL, KeyCode.SLASH);
    window.reads("Take back what is about to be posted");
    window.press(KeyCode.ESCAPE);
    window.readsNoMore("Take back what is about to be posted");
    window.type(", and the rest");
    assertThat(window.written()).isEqualTo("half a thought, and the rest");

    window.press(KeyCode.F1);
    window.reads("Take back what is about to be posted");
    window.press(KeyCode.F1);
    window.readsNoMore("Take back what is about to be posted");
  }

  @Test
  void noKeyIsCutForWhatItDoes() {
    window.press(KeyCode.F1);
    window.reads("Copy the picture");
    Fx.settle();
    assertThat(window.stage().getScene().getRoot().lookupAll(".keys-sheet .keys"))
        .isNotEmpty()
        .allMatch(keys -> ((Region) keys).getWidth() >= keys.prefWidth(-1));
  }

  @Test
  void thoseOfPicturesAreListedToo() {
    window.press(KeyCode.F1);
    window.reads("Copy the picture");
    window.reads("Closer to the picture");
  }

  @Test
  void theKeyboardStaysInTheListOfKeysUntilThatIsClosed() {
    window.go(new Place.Compose());
    window.type("half");
    window.press(KeyCode.F1);
    Node keys = window.stage().getScene().lookup(".keys-sheet");
    for (int step = 0; step < 3; step++) {
      window.press(KeyCode.TAB);
      assertThat(Fx.get(() -> Focus.isIn(keys))).isTrue();
    }
    window.press(KeyCode.ENTER);
    window.readsNoMore("Take back what is about to be posted");
    window.type(" a thought");
    assertThat(window.written()).isEqualTo("half a thought");
  }
}
