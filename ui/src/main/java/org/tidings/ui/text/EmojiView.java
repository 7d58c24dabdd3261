package org.tidings.ui.text;

import java.lang.ref.SoftReference;
import java.net.URL;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/// One emoji as a picture that follows the size of the text around it. Sheets are loaded when one
/// of their pictures is first shown, off the JavaFX thread, and let go when memory runs short.
/// Confined to the JavaFX thread.
public final class EmojiView extends Region {
  private static final int TILE = 40;
  private static final int PITCH = 42;
  private static final int COLUMNS = 16;
  private static final int PER_SHEET = 128;
  private static final double ABOVE_BASELINE = 0.82;

  private static final ConcurrentHashMap<Integer, SoftReference<Image>> SHEETS =
      new ConcurrentHashMap<>();

  private final ImageView picture;

  public EmojiView(TextPiece.Picture piece) {
    int place = piece.emoji() % PER_SHEET;
    int row = place / COLUMNS;
    int column = place % COLUMNS;
    picture = new ImageView(sheet(piece.emoji() / PER_SHEET));
    picture.setViewport(new Rectangle2D(column * (double) PITCH, row * (double) PITCH, TILE, TILE));
    picture.setPreserveRatio(true);
    picture.setSmooth(true);
    getChildren().add(picture);
    getStyleClass().add("emoji");
    setAccessibleText(piece.text());
  }

  private static Image sheet(int number) {
    SoftReference<Image> kept = SHEETS.get(number);
    Image image = kept == null ? null : kept.get();
    if (image == null) {
      String name = "/org/tidings/ui/emoji/" + number + ".png";
      URL file = Objects.requireNonNull(EmojiView.class.getResource(name));
      image = new Image(file.toExternalForm(), true);
      SHEETS.put(number, new SoftReference<>(image));
    }
    return image;
  }

  @Override
  protected void layoutChildren() {
    picture.setFitWidth(getWidth());
    picture.setFitHeight(getHeight());
  }

  @Override
  public double getBaselineOffset() {
    return prefHeight(-1) * ABOVE_BASELINE;
  }
}
