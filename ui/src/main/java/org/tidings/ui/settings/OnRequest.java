package org.tidings.ui.settings;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.tidings.ui.control.Buttons;

/// Something long that few people look for, made when it is wanted and taken away again. Confined
/// to the JavaFX thread.
final class OnRequest extends VBox {
  private final Supplier<? extends Node> make;

  /// @param key of the words of the button
  OnRequest(String key, Supplier<? extends Node> make) {
    this.make = make;
    getChildren().setAll(Buttons.inColumn(key, this::turn));
    getStyleClass().add("settings-lines");
  }

  private void turn() {
    if (getChildren().size() == 1) {
      getChildren().add(make.get());
    } else {
      getChildren().removeLast();
    }
  }
}
