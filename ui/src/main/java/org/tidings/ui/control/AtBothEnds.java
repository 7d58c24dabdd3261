package org.tidings.ui.control;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/// Controls at the beginning of a line, and others at its end; where they do not fit beside each
/// other, those are at the end of a line of their own. Confined to the JavaFX thread.
public final class AtBothEnds extends Region {
  private static final double GAP = 8;

  private final Region first;
  private final Region last;

  /// @param last gives way, as far as it can, before it goes to another line
  public AtBothEnds(Region first, Region last) {
    this.first = first;
    this.last = last;
    getChildren().setAll(first, last);
  }

  private boolean fits(double width) {
    return width < 0 || firstWidth() + GAP + last.minWidth(-1) <= width;
  }

  private double firstWidth() {
    return snapSizeX(first.prefWidth(-1));
  }

  private double lastWidth(double width) {
    double wide = snapSizeX(last.prefWidth(-1));
    return width < 0 ? wide : Math.min(wide, fits(width) ? width - GAP - firstWidth() : width);
  }

  private double firstHeight() {
    return snapSizeY(first.prefHeight(-1));
  }

  private double lastHeight(double width) {
    return snapSizeY(last.prefHeight(lastWidth(width)));
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return Math.max(first.minWidth(-1), last.minWidth(-1));
  }

  @Override
  protected double computePrefWidth(double height) {
    return firstWidth() + GAP + lastWidth(-1);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    return fits(width)
        ? Math.max(firstHeight(), lastHeight(width))
        : firstHeight() + GAP + lastHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double firstHigh = firstHeight();
    double lastHigh = lastHeight(width);
    double lastWide = lastWidth(width);
    boolean fits = fits(width);
    double middle = Math.max(firstHigh, lastHigh) / 2;
    double firstTop = fits ? snapPositionY(middle - firstHigh / 2) : 0;
    double lastTop = fits ? snapPositionY(middle - lastHigh / 2) : firstHigh + GAP;
    first.resizeRelocate(0, firstTop, Math.min(width, firstWidth()), firstHigh);
    last.resizeRelocate(width - lastWide, lastTop, lastWide, lastHigh);
  }
}
