package org.tidings.ui.control;

import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// Says in a row of its own what is not there, and why. Confined to the JavaFX thread.
public final class Remark extends HBox {
  public Remark(Feather icon, String words) {
    super(new Icon(icon), Words.of(words));
    getStyleClass().add("remark");
  }
}
