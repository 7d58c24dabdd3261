package org.tidings.ui.markdown;

import javafx.scene.layout.VBox;

/// Blocks below each other. Confined to the JavaFX thread.
class BlockBox extends VBox {
  private final KnownHeight known = new KnownHeight();

  BlockBox(String style) {
    getStyleClass().add(style);
    setMinHeight(USE_PREF_SIZE);
  }

  @Override
  public void requestLayout() {
    known.forget();
    super.requestLayout();
  }

  @Override
  protected double computePrefHeight(double width) {
    return known.of(width, super::computePrefHeight);
  }
}
