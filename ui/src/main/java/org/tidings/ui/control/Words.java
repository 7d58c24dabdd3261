package org.tidings.ui.control;

import javafx.scene.control.Label;

/// Words of the program over as many lines as they need, never cut short. Confined to the JavaFX
/// thread.
public final class Words extends Label {
  public Words(String words, String... styles) {
    super(words);
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    getStyleClass().addAll(styles);
  }
}
