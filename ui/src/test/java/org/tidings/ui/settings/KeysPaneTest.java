package org.tidings.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tidings.ui.Fx;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Texts;

class KeysPaneTest {
  @AfterEach
  void englishAgain() {
    Texts.speak(Language.ENGLISH);
  }

  /// As in one label they do not (decision 0002).
  @Test
  void inArabicTheKeysOfAChordStandInTheirOrder() {
    Texts.speak(Language.ARABIC);
    List<Double> places =
        Fx.get(
            () -> {
              KeysPane keys = new KeysPane();
              Scene scene = new Scene(keys);
              scene.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
              keys.applyCss();
              keys.layout();
              return List.of("Alt", "+", "اليسار").stream().map(key -> left(keys, key)).toList();
            });
    assertThat(places).isSortedAccordingTo((one, other) -> Double.compare(other, one));
    assertThat(places).doesNotHaveDuplicates();
  }

  private static double left(KeysPane keys, String key) {
    return keys.lookupAll(".keys").stream()
        .filter(chord -> shows(chord, "Alt"))
        .flatMap(chord -> chord.lookupAll("Text").stream())
        .filter(part -> ((Text) part).getText().contains(key))
        .mapToDouble(part -> part.localToScene(part.getLayoutBounds()).getMinX())
        .findFirst()
        .orElseThrow();
  }

  private static boolean shows(Node chord, String key) {
    return chord.lookupAll("Text").stream().anyMatch(part -> ((Text) part).getText().contains(key));
  }
}
