package org.tidings.ui.compose;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// A text as high as its lines need, up to where it scrolls, so that it leaves room for what stands
/// around it. Confined to the JavaFX thread.
final class WaitingText extends ScrollPane {
  private final Region text;

  WaitingText(Region text) {
    super(text);
    this.text = text;
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    getStyleClass().addAll("scroll-column", "waiting-text");
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return text.prefHeight(width) + snappedTopInset() + snappedBottomInset();
  }
}
