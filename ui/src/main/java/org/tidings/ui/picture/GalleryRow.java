package org.tidings.ui.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.layout.Region;

/// One line of a gallery: the middle of each picture in a square, a narrower one where there is
/// less room, below a gap. Its height is always the same. Confined to the JavaFX thread.
public final class GalleryRow extends Region {
  /// How many squares stand beside each other.
  public static final int ACROSS = 3;

  private static final double GAP = 4;
  private static final double SIDE = 224;

  private final List<PictureTile> tiles = new ArrayList<>();

  /// @param row at most [#ACROSS]
  /// @param open told which of them somebody wants to see in full
  public GalleryRow(Album album, List<Embedded> row, IntConsumer open) {
    for (int i = 0; i < row.size(); i++) {
      int number = i;
      tiles.add(new PictureTile(album, row.get(i), false, () -> open.accept(number)));
    }
    getChildren().setAll(tiles);
    getStyleClass().add("gallery-row");
  }

  @Override
  protected double computePrefHeight(double width) {
    return SIDE + GAP;
  }

  @Override
  protected double computeMinHeight(double width) {
    return SIDE + GAP;
  }

  @Override
  protected void layoutChildren() {
    double wide = (getWidth() - GAP * (ACROSS - 1)) / ACROSS;
    for (int i = 0; i < tiles.size(); i++) {
      double from = snapPositionX(i * (wide + GAP));
      tiles.get(i).resizeRelocate(from, GAP, snapPositionX(i * (wide + GAP) + wide) - from, SIDE);
    }
  }
}
