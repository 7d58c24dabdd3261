package org.tidings.ui.markdown;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// An entry of a list with what stands before it. Confined to the JavaFX thread.
final class ItemLine extends HBox {
  private final KnownHeight known = new KnownHeight();

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
    known.forget();
    super.requestLayout();
  }

  @Override
  protected double computePrefHeight(double width) {
    return known.of(width, super::computePrefHeight);
  }
}
