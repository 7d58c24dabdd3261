package org.tidings.ui.markdown;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// An entry of a list with what stands before it. Remembers its height per width, as [BlockBox]
/// does. Confined to the JavaFX thread.
final class ItemLine extends HBox {
  private double knownWidth = Double.NaN;
  private double knownHeight;

  ItemLine(String mark, BlockBox content) {
    Label marker = new Label(mark);
    marker.getStyleClass().add("md-marker");
    marker.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(content, Priority.ALWAYS);
    getChildren().setAll(marker, content);
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
