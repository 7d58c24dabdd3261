package org.tidings.ui.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.tidings.ui.common.Texts;

/// The pictures of a post beside each other: one in full, two to four cropped to tiles, and of more
/// how many there are. Its height follows its width alone, so that nothing moves when they come.
/// Confined to the JavaFX thread.
final class PictureGrid extends Region {
  private static final int MOST = 4;
  private static final double GAP = 4;
  private static final double HIGHEST = 340;

  /// There is room to say why a picture is not here.
  private static final double LOWEST = 240;

  /// Its height by its width, as most cameras have it: a picture that lies fills it.
  private static final double SHAPE = 0.75;

  private final List<PictureTile> tiles = new ArrayList<>();

  /// @param open told which of them somebody wants to see in full
  PictureGrid(Album album, List<Embedded> all, IntConsumer open) {
    boolean single = all.size() == 1;
    for (int i = 0; i < Math.min(all.size(), MOST); i++) {
      int number = i;
      tiles.add(new PictureTile(album, all.get(i), single, () -> open.accept(number)));
    }
    getChildren().setAll(tiles);
    if (all.size() > MOST) {
      Label more = new Label(Texts.of("picture.more", all.size() - MOST));
      more.getStyleClass().add("picture-more");
      more.setMouseTransparent(true);
      tiles.getLast().getChildren().add(more);
    }
    getStyleClass().add("picture-grid");
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return width < 0 ? HIGHEST : Math.clamp(snapSizeY(width * SHAPE), LOWEST, HIGHEST);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double left = snapSizeX((getWidth() - GAP) / 2);
    double top = snapSizeY((getHeight() - GAP) / 2);
    double right = getWidth() - GAP - left;
    double bottom = getHeight() - GAP - top;
    switch (tiles.size()) {
      case 1 -> tiles.getFirst().resizeRelocate(0, 0, getWidth(), getHeight());
      case 2 -> {
        tiles.get(0).resizeRelocate(0, 0, left, getHeight());
        tiles.get(1).resizeRelocate(left + GAP, 0, right, getHeight());
      }
      case 3 -> {
        tiles.get(0).resizeRelocate(0, 0, left, getHeight());
        tiles.get(1).resizeRelocate(left + GAP, 0, right, top);
        tiles.get(2).resizeRelocate(left + GAP, top + GAP, right, bottom);
      }
      default -> {
        tiles.get(0).resizeRelocate(0, 0, left, top);
        tiles.get(1).resizeRelocate(left + GAP, 0, right, top);
        tiles.get(2).resizeRelocate(0, top + GAP, left, bottom);
        tiles.get(3).resizeRelocate(left + GAP, top + GAP, right, bottom);
      }
    }
  }
}
