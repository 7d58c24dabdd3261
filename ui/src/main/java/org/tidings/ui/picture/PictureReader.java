package org.tidings.ui.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Decodes pictures that strangers made: how large one is, is looked at before anything is decoded,
/// and no more is kept of it than is shown. Of one that moves, the first picture. Stateless,
/// thread-safe.
final class PictureReader {
  /// So many are decoded at once; of others, not more are taken. What a decoder needs for so many
  /// is bounded, too.
  static final long MOST_DOTS = 30_000_000;

  /// More than most cameras in a pocket take: our own pictures are wanted, however long it takes.
  private static final long MOST_OWN_DOTS = 120_000_000;

  /// Dots left out before the mean is taken of the rest: one that is made much smaller is decoded
  /// in pieces of so much.
  private static final int FINER = 2;

  private PictureReader() {}

  /// The picture the right way up, with no side longer than `longest` dots.
  ///
  /// @throws IOException when it is none that we show, broken, or too large to be decoded
  static Pixels read(byte[] bytes, int longest) throws IOException {
    return read(bytes, longest, MOST_DOTS, new Missing());
  }

  /// Has more dots than are decoded.
  static final class TooManyDots extends IOException {
    private static final long serialVersionUID = 1;

    final int width;
    final int height;

    TooManyDots(int width, int height) {
      super("a picture of " + width + " × " + height + " dots");
      this.width = width;
      this.height = height;
    }
  }

  /// As [#read], for a picture of our own: it may be larger, and one of which a part is missing is
  /// refused, too.
  static Pixels whole(byte[] bytes, int longest) throws IOException {
    Missing missing = new Missing();
    Pixels pixels = read(bytes, longest, MOST_OWN_DOTS, missing);
    if (missing.told) {
      throw new IOException("a picture that ends too early");
    }
    return pixels;
  }

  /// Hears the decoder of JPEG say that it went on without the rest; other decoders fail.
  private static final class Missing implements IIOReadWarningListener {
    private boolean told;

    @Override
    public void warningOccurred(ImageReader reader, String warning) {
      told |= warning.contains("premature end");
    }
  }

  private static Pixels read(byte[] bytes, int longest, long most, Missing missing)
      throws IOException {
    PictureFormat format =
        PictureFormat.of(bytes).orElseThrow(() -> new IOException("no picture that is known"));
    ImageReader reader = ImageIO.getImageReadersByFormatName(format.extension()).next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, true, true);
      reader.addIIOReadWarningListener(missing);
      Pixels pixels = Pixels.of(decode(reader, longest, most), longest);
      return pixels.turned(
          format == PictureFormat.JPEG ? Orientation.of(bytes) : Orientation.UPRIGHT);
    } catch (RuntimeException broken) {
      // Decoders answer so to bytes that nobody meant to be a picture.
      throw new IOException("a broken picture", broken);
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage decode(ImageReader reader, int longest, long most)
      throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if ((long) width * height > most) {
      throw new TooManyDots(width, height);
    }
    int step = step(width, height, longest);
    ImageReadParam how = reader.getDefaultReadParam();
    how.setSourceSubsampling(step, step, 0, 0);
    return reader.read(0, how);
  }

  /// Of how many dots in a row, and of how many rows, one is kept.
  static int step(int width, int height, int longest) {
    int step = Math.max(1, Math.max(width, height) / (FINER * longest));
    while ((long) Math.ceilDiv(width, step) * Math.ceilDiv(height, step) > MOST_DOTS) {
      step++;
    }
    return step;
  }
}
