package org.tidings.ui.markdown;

import javafx.scene.layout.VBox;

/// Blocks below each other. Remembers its height per width: whoever stands around it asks anew
/// whenever one block is added somewhere. Confined to the JavaFX thread.
class BlockBox extends VBox {
  private double knownWidth = Double.NaN;
  private double knownHeight;

  BlockBox(String style) {
    getStyleClass().add(style);
    setMinHeight(USE_PREF_SIZE);
  }

  @Override
  public void requestLayout() {
    knownWidth = Double.NaN;
    super.requestLayout();
  }

  @Override
  protected double computePrefHeight(double width) {
    if (width != knownWidth) {
      knownHeight = super.computePrefHeight(width);
      knownWidth = width;
    }
    return knownHeight;
  }
}
