package org.tidings.ui.compose;

import javafx.scene.layout.Region;

/// Two things beside each other where there is room for both, else one below the other. Confined to
/// the JavaFX thread.
final class SideBySide extends Region {
  private static final double WIDE = 720;
  private static final double GAP = 24;

  private final Region first;
  private final Region second;

  SideBySide(Region first, Region second) {
    this.first = first;
    this.second = second;
    getChildren().setAll(first, second);
  }

  @Override
  protected void layoutChildren() {
    double left = snappedLeftInset();
    double top = snappedTopInset();
    double width = getWidth() - left - snappedRightInset();
    double height = getHeight() - top - snappedBottomInset();
    if (width >= WIDE) {
      double half = snapSizeX((width - GAP) / 2);
      first.resizeRelocate(left, top, half, height);
      second.resizeRelocate(left + half + GAP, top, width - half - GAP, height);
    } else {
      // Where there is little room, the first has what it cannot do without.
      double half = Math.max((height - GAP) / 2, first.minHeight(width));
      double upper = snapSizeY(Math.min(half, height - GAP));
      first.resizeRelocate(left, top, width, upper);
      second.resizeRelocate(left, top + upper + GAP, width, height - upper - GAP);
    }
  }
}
