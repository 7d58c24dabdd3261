package org.tidings.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.tidings.ui.Fx;

class TipTest {
  @Test
  void isMadeWhenTheMouseIsFirstThereAndKnownToAScreenReaderBefore() {
    Button button = Fx.get(TipTest::withTip);

    assertThat(button.getTooltip()).isNull();
    assertThat(button.getAccessibleHelp()).isEqualTo("Says more");

    Fx.run(() -> button.fireEvent(entered()));

    assertThat(button.getTooltip().getText()).isEqualTo("Says more");
  }

  private static Button withTip() {
    Button button = new Button();
    Tip.on(button, "Says more");
    return button;
  }

  private static MouseEvent entered() {
    return new MouseEvent(
        MouseEvent.MOUSE_ENTERED,
        0,
        0,
        0,
        0,
        MouseButton.NONE,
        0,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        null);
  }
}
