package org.tidings.ui.control;

import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/// Says in a row of its own what is not there, and why. Confined to the JavaFX thread.
public final class Remark extends Label {
  public Remark(Feather icon, String words) {
    super(words, new Icon(icon));
    setWrapText(true);
    setMaxWidth(Double.MAX_VALUE);
    getStyleClass().add("remark");
  }
}
