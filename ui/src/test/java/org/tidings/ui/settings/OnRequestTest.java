package org.tidings.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.tidings.ui.Fx;

class OnRequestTest {
  @Test
  void whatNobodyAskedForIsNotMade() {
    int[] parts =
        Fx.get(
            () -> {
              OnRequest keys = new OnRequest("keys.keys.what", KeysPane::new);
              Button button = (Button) keys.getChildren().getFirst();
              int before = keys.lookupAll(".keys").size();
              button.fire();
              int asked = keys.lookupAll(".keys").size();
              button.fire();
              return new int[] {before, asked, keys.lookupAll(".keys").size()};
            });
    assertThat(parts[0]).isZero();
    assertThat(parts[1]).isPositive();
    assertThat(parts[2]).isZero();
  }
}
