package org.tidings.ui.picture;

import java.awt.image.BufferedImage;
import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// The dots of a picture, row by row, as premultiplied ARGB. Nobody changes the array once it is
/// here. Thread-safe.
public final class Pixels {
  private static final int CHANNELS = 4;

  private final int width;
  private final int height;
  private final int[] argb;

  Pixels(int width, int height, int[] argb) {
    this.width = width;
    this.height = height;
    this.argb = argb;
  }

  /// A picture made smaller, so that neither side is longer than `longest`; never larger. Each dot
  /// is the mean of those it stands for.
  static Pixels of(BufferedImage image, int longest) {
    int longer = Math.max(image.getWidth(), image.getHeight());
    double scale = Math.min(1, (double) longest / longer);
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    int[] argb = new int[width * height];
    int[] row = new int[image.getWidth()];
    for (int y = 0; y < height; y++) {
      int from = (int) ((long) y * image.getHeight() / height);
      int to = Math.max(from + 1, (int) ((y + 1L) * image.getHeight() / height));
      long[] sums = new long[width * CHANNELS];
      for (int source = from; source < to; source++) {
        image.getRGB(0, source, row.length, 1, row, 0, row.length);
        add(row, sums, width);
      }
      mean(sums, row.length, to - from, argb, y * width, width);
    }
    return new Pixels(width, height, argb);
  }

  private static void add(int[] row, long[] sums, int width) {
    for (int x = 0; x < width; x++) {
      int to = end(x, row.length, width);
      for (int source = begin(x, row.length, width); source < to; source++) {
        int dot = row[source];
        long alpha = (dot >> 24) & 0xff;
        sums[x * CHANNELS] += alpha;
        sums[x * CHANNELS + 1] += (dot >> 16 & 0xff) * alpha;
        sums[x * CHANNELS + 2] += (dot >> 8 & 0xff) * alpha;
        sums[x * CHANNELS + 3] += (dot & 0xff) * alpha;
      }
    }
  }

  private static void mean(long[] sums, int sourceWidth, int rows, int[] argb, int at, int width) {
    for (int x = 0; x < width; x++) {
      long dots = (long) rows * (end(x, sourceWidth, width) - begin(x, sourceWidth, width));
      long alpha = sums[x * CHANNELS] / dots;
      long red = sums[x * CHANNELS + 1] / dots / 255;
      long green = sums[x * CHANNELS + 2] / dots / 255;
      long blue = sums[x * CHANNELS + 3] / dots / 255;
      argb[at + x] = (int) (alpha << 24 | red << 16 | green << 8 | blue);
    }
  }

  private static int begin(int x, int sourceWidth, int width) {
    return (int) ((long) x * sourceWidth / width);
  }

  private static int end(int x, int sourceWidth, int width) {
    return Math.max(begin(x, sourceWidth, width) + 1, begin(x + 1, sourceWidth, width));
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /// The same the right way up, as [Orientation] tells how it lies.
  Pixels turned(int orientation) {
    if (orientation == Orientation.UPRIGHT) {
      return this;
    }
    boolean lies = orientation >= 5;
    int newWidth = lies ? height : width;
    int newHeight = lies ? width : height;
    int[] turned = new int[argb.length];
    for (int y = 0; y < newHeight; y++) {
      for (int x = 0; x < newWidth; x++) {
        turned[y * newWidth + x] = argb[source(orientation, x, y)];
      }
    }
    return new Pixels(newWidth, newHeight, turned);
  }

  private int source(int orientation, int x, int y) {
    int right = width - 1;
    int bottom = height - 1;
    return switch (orientation) {
      case 2 -> at(right - x, y);
      case 3 -> at(right - x, bottom - y);
      case 4 -> at(x, bottom - y);
      case 5 -> at(y, x);
      case 6 -> at(y, bottom - x);
      case 7 -> at(right - y, bottom - x);
      case 8 -> at(right - y, x);
      default -> at(x, y);
    };
  }

  private int at(int x, int y) {
    return y * width + x;
  }

  /// Whether nothing can be seen through it anywhere.
  boolean isOpaque() {
    for (int dot : argb) {
      if (dot >>> 24 != 0xff) {
        return false;
      }
    }
    return true;
  }

  /// As ImageIO writes it; what is half seen through is so on disk, too.
  BufferedImage toBuffered() {
    boolean opaque = isOpaque();
    BufferedImage image =
        new BufferedImage(
            width, height, opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB_PRE);
    image.getRaster().setDataElements(0, 0, width, height, argb);
    return image;
  }

  /// As JavaFX shows it, without a copy.
  Image toImage() {
    return new WritableImage(
        new PixelBuffer<>(
            width, height, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance()));
  }
}
