package org.tidings.ui.picture;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.tidings.feed.text.Letters;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.control.Focus;
import org.tidings.ui.control.NameLabel;

/// One picture of a post in the room it is given, which stays the same whatever becomes of it; or
/// why it is not here. Leads to all of it, and can be dragged out of the window. Confined to the
/// JavaFX thread.
final class PictureTile extends StackPane {
  private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");
  private static final double ROUND = 12;
  private static final int LONGEST_TIP = 300;

  private final Pictures pictures;
  private final Embedded picture;
  private final boolean whole;
  private final ImageView view = new ImageView();
  private final StackPane why = new StackPane();
  private Optional<Image> image = Optional.empty();

  /// @param whole whether all of it is shown; otherwise it is cropped so that it fills the tile
  PictureTile(Album album, Embedded picture, boolean whole, Runnable open) {
    pictures = album.pictures();
    this.picture = picture;
    this.whole = whole;
    view.setManaged(false);
    view.setPreserveRatio(true);
    // Scaled and clipped once, not in each frame.
    view.setCache(true);
    getChildren().setAll(why);
    String name = picture.name();
    Tooltip.install(this, new Tooltip(Letters.cut(name, LONGEST_TIP)));
    Clickable.link(this, Texts.of("picture.open", name), open);
    getStyleClass().add("picture-tile");
    DragOut.by(this, album, picture);
    PictureShowing.during(this, pictures, picture.link(), Pictures.Use.TILE, this::show);
  }

  void show(PictureState state) {
    image = Optional.empty();
    getChildren().remove(view);
    if (state instanceof PictureState.Ready(Image ready)) {
      image = Optional.of(ready);
      view.setImage(ready);
      getChildren().add(0, view);
    }
    Focus.stayIn(why, () -> explain(state), this::requestFocus);
    pseudoClassStateChanged(EMPTY, image.isEmpty());
    requestLayout();
  }

  private void explain(PictureState state) {
    why.getChildren()
        .setAll(NoPicture.of(state, picture, pictures).map(this::named).stream().toList());
  }

  private NoPicture named(NoPicture box) {
    if (!picture.words().isBlank()) {
      NameLabel alt = new NameLabel(picture.name(), "picture-alt");
      alt.setMaxWidth(Region.USE_PREF_SIZE);
      box.getChildren().add(1, alt);
    }
    box.setMaxHeight(Region.USE_PREF_SIZE);
    return box;
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    image.ifPresent(
        shown -> {
          if (whole) {
            fit(shown);
          } else {
            fill(shown);
          }
        });
  }

  /// At the beginning of the line, never larger than it is.
  private void fit(Image shown) {
    double scale =
        Math.min(1, Math.min(getWidth() / shown.getWidth(), getHeight() / shown.getHeight()));
    double width = Math.max(1, shown.getWidth() * scale);
    double height = Math.max(1, shown.getHeight() * scale);
    view.setViewport(null);
    place(width, height);
    view.relocate(0, 0);
  }

  /// Its middle, as large as the tile.
  private void fill(Image shown) {
    double scale = Math.max(getWidth() / shown.getWidth(), getHeight() / shown.getHeight());
    double width = getWidth() / scale;
    double height = getHeight() / scale;
    view.setViewport(
        new Rectangle2D(
            (shown.getWidth() - width) / 2, (shown.getHeight() - height) / 2, width, height));
    place(getWidth(), getHeight());
    view.relocate(0, 0);
  }

  private void place(double width, double height) {
    view.setFitWidth(width);
    view.setFitHeight(height);
    Rectangle round = new Rectangle(width, height);
    round.setArcWidth(ROUND);
    round.setArcHeight(ROUND);
    view.setClip(round);
  }
}
