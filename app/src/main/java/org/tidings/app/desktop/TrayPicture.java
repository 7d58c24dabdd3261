package org.tidings.app.desktop;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import javax.imageio.ImageIO;

/// The sign in the tray, as it is and with a dot for what waits. Stateless.
final class TrayPicture {
  private static final int DOT = 0xffe5484d;

  private TrayPicture() {}

  /// The sign, `size` dots wide and high.
  ///
  /// @param size one that there is a picture of
  static Pixmap of(int size, boolean dotted) {
    BufferedImage image = read("/org/tidings/app/tidings-" + size + ".png");
    if (dotted) {
      dot(image);
    }
    ByteBuffer dots = ByteBuffer.allocate(4 * size * size);
    for (int argb : image.getRGB(0, 0, size, size, null, 0, size)) {
      dots.putInt(argb);
    }
    return new Pixmap(size, size, dots.array());
  }

  /// In the upper right, with nothing around it, so that it stands out on the sign.
  private static void dot(BufferedImage image) {
    double size = image.getWidth();
    double radius = size * 0.2;
    double gap = size * 0.06;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        double away = Math.hypot(x + 0.5 - (size - radius), y + 0.5 - radius);
        if (away <= radius) {
          image.setRGB(x, y, DOT);
        } else if (away <= radius + gap) {
          image.setRGB(x, y, 0);
        }
      }
    }
  }

  private static BufferedImage read(String resource) {
    try (InputStream in =
        Objects.requireNonNull(TrayPicture.class.getResourceAsStream(resource), resource)) {
      return ImageIO.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
