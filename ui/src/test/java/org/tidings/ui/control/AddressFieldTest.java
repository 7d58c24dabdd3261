package org.tidings.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.NodeOrientation;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.tidings.ui.Fx;

class AddressFieldTest {
  @Test
  void anAddressRunsFromTheLeftInAWindowThatRunsFromTheRight() {
    Fx.run(
        () -> {
          AddressField field = new AddressField();
          new StackPane(field).setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
          assertThat(field.getEffectiveNodeOrientation()).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
          field.setText("net:10.0.0.1:8008~shs:AAAA=");
          assertThat(field.getEffectiveNodeOrientation()).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
        });
  }
}
