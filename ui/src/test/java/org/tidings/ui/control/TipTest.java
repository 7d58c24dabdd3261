package org.tidings.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.tidings.ui.Fx;
import org.tidings.ui.MouseEvents;

class TipTest {
  @Test
  void isMadeWhenTheMouseIsFirstThereAndKnownToAScreenReaderBefore() {
    Button button = Fx.get(TipTest::withTip);

    assertThat(button.getTooltip()).isNull();
    assertThat(button.getAccessibleHelp()).isEqualTo("Says more");

    Fx.run(() -> button.fireEvent(MouseEvents.of(MouseEvent.MOUSE_ENTERED, MouseButton.NONE)));

    assertThat(button.getTooltip().getText()).isEqualTo("Says more");

    Fx.run(() -> button.setAccessibleHelp("Says less"));

    assertThat(button.getTooltip().getText()).isEqualTo("Says less");
  }

  private static Button withTip() {
    Button button = new Button();
    Tip.on(button, "Says more");
    return button;
  }
}
