package org.tidings.ui.control;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/// Words, and at their end what goes with them, as a button does: beside them in the middle, or
/// below them where it would take too much of the room, or the words would need more lines than the
/// button is high. Confined to the JavaFX thread.
public final class BesideOrBelow extends Region {
  private static final double GAP = 12;

  /// Of the room, where it stands beside the words.
  private static final double MOST = 0.4;

  private final Region words;
  private final Region other;

  /// Words are dear to measure at two widths.
  private double knownWidth = Double.NaN;

  private boolean knownBelow;

  /// @param other takes no room while it is not managed, or empty
  public BesideOrBelow(Region words, Region other) {
    this.words = words;
    this.other = other;
    getChildren().setAll(words, other);
  }

  private double otherWidth() {
    return other.isManaged() ? snapSizeX(other.prefWidth(-1)) : 0;
  }

  /// Where there is less room than it would like, its words may take several lines.
  private double otherHeight(double width) {
    double wide = otherWidth();
    return snapSizeY(other.prefHeight(width < 0 ? wide : Math.min(width, wide)));
  }

  private boolean isBelow(double width) {
    if (width != knownWidth) {
      double wide = otherWidth();
      knownBelow = wide > width * MOST || (wide > 0 && isHigherBeside(width));
      knownWidth = width;
    }
    return knownBelow;
  }

  private boolean isHigherBeside(double width) {
    double below = words.prefHeight(width) + GAP + otherHeight(width);
    return words.prefHeight(width - GAP - otherWidth()) > below;
  }

  @Override
  public void requestLayout() {
    knownWidth = Double.NaN;
    super.requestLayout();
  }

  /// The width that is left for the words.
  private double wordsWidth(double width) {
    double wide = otherWidth();
    return wide == 0 || isBelow(width) ? width : width - GAP - wide;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  /// At which nothing stands below: a row asks for the height at this width, and then gives more.
  @Override
  protected double computePrefWidth(double height) {
    double wide = otherWidth();
    double alone = snapSizeX(words.prefWidth(-1));
    return wide == 0 ? alone : Math.max(alone + GAP + wide, Math.ceil(wide / MOST));
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    boolean anyWidth = width < 0;
    double high = snapSizeY(words.prefHeight(anyWidth ? words.prefWidth(-1) : wordsWidth(width)));
    if (otherWidth() == 0) {
      return high;
    }
    return anyWidth || !isBelow(width)
        ? Math.max(high, otherHeight(width))
        : high + GAP + otherHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double wordsWide = wordsWidth(width);
    double high = snapSizeY(words.prefHeight(wordsWide));
    double otherWide = Math.min(width, otherWidth());
    double otherHigh = otherHeight(width);
    if (isBelow(width)) {
      words.resizeRelocate(0, 0, wordsWide, high);
      other.resizeRelocate(0, high + GAP, otherWide, otherHigh);
    } else {
      double middle = getHeight() / 2;
      words.resizeRelocate(0, snapPositionY(middle - high / 2), wordsWide, high);
      other.resizeRelocate(
          width - otherWide, snapPositionY(middle - otherHigh / 2), otherWide, otherHigh);
    }
  }
}
