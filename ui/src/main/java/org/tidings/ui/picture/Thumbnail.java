package org.tidings.ui.picture;

import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/// The middle of a picture in a small square. Confined to the JavaFX thread.
public final class Thumbnail extends StackPane {
  private static final double ROUND = 10;

  /// @param size of each side, in pixels
  public Thumbnail(double size, Embedded picture, Pictures pictures) {
    Rectangle square = new Rectangle(size, size);
    square.setArcWidth(ROUND);
    square.setArcHeight(ROUND);
    square.setFill(Color.TRANSPARENT);
    getChildren().setAll(square);
    getStyleClass().add("thumbnail");
    setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    PictureShowing.during(
        this,
        pictures,
        picture.link(),
        Pictures.Use.FACE,
        state -> {
          if (state instanceof PictureState.Ready(Image image)) {
            square.setFill(Middle.of(image));
          }
        });
  }
}
