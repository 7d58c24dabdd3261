package org.tidings.ui.picture;

import javafx.scene.image.Image;
import javafx.scene.paint.ImagePattern;

/// The middle of a picture as a paint, as wide as the shape it fills. Stateless.
final class Middle {
  private Middle() {}

  static ImagePattern of(Image image) {
    double shorter = Math.min(image.getWidth(), image.getHeight());
    double width = image.getWidth() / shorter;
    double height = image.getHeight() / shorter;
    return new ImagePattern(image, (1 - width) / 2, (1 - height) / 2, width, height, true);
  }
}
