package org.tidings.ui.control;

import javafx.beans.binding.Bindings;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.TextField;

/// Where an address is written, or another word that machines read: from left to right, whatever
/// the language. What it asks for, while it is empty, is on the side of the window. Confined to the
/// JavaFX thread.
public final class AddressField extends TextField {
  public AddressField() {
    nodeOrientationProperty()
        .bind(
            Bindings.when(textProperty().isEmpty())
                .then(NodeOrientation.INHERIT)
                .otherwise(NodeOrientation.LEFT_TO_RIGHT));
  }
}
