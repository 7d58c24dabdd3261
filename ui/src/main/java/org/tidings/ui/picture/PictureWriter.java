package org.tidings.ui.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.tidings.feed.blob.SealedBlobs;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.ByteSize;

/// Makes files ready to be given away: pictures are written anew, so that nothing says where, when
/// and with what they were taken, the right way up, and no larger than peers take. A GIF may move,
/// so it is copied without what it says about itself; other files stay as they are. Stateless,
/// thread-safe.
public final class PictureWriter {
  private static final int LONGEST = 2560;
  private static final int LONGEST_FACE = 512;

  /// More is not even looked at.
  private static final long LARGEST_FILE = 100L << 20;

  private static final int MOST = SealedBlobs.LARGEST;
  private static final double SMALLER = 0.75;
  private static final float QUALITY = 0.88f;

  /// Up to here a drawing stays as exact as it was.
  private static final int SMALL = 600_000;

  /// Pictures that may say where they were taken, in ways we cannot take out.
  private static final Set<String> UNCLEAN =
      Set.of("webp", "heic", "heif", "avif", "tif", "tiff", "dng", "raw", "jxl");

  private static final String OTHER = "application/octet-stream";

  /// What other files are called among programs.
  private static final Map<String, String> KNOWN =
      Map.of(
          "pdf", "application/pdf",
          "txt", "text/plain",
          "zip", "application/zip",
          "mp3", "audio/mpeg",
          "ogg", "audio/ogg",
          "mp4", "video/mp4",
          "webm", "video/webm");

  private PictureWriter() {}

  /// A file that is ready.
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  public record Ready(byte[] bytes, String mediaType) {}

  /// Makes a file ready.
  ///
  /// @param name as the person has it, for its ending
  /// @throws IOException with a sentence for people when it cannot be given away
  public static Ready clean(byte[] file, String name) throws IOException {
    PictureFormat format = PictureFormat.of(file).orElse(null);
    if (format == null) {
      return other(file, name);
    }
    try {
      if (format == PictureFormat.GIF) {
        byte[] moving = BareGif.of(file);
        if (moving.length <= MOST) {
          return new Ready(moving, format.mediaType());
        }
      }
      return picture(longest -> PictureReader.whole(file, longest), format != PictureFormat.JPEG);
    } catch (IOException unread) {
      throw unreadable(name, unread);
    }
  }

  /// Makes a picture ready that came without a file.
  public static Ready of(Image image) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      image
          .getPixelReader()
          .getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
      copy.setRGB(0, y, width, 1, row, 0, width);
    }
    return picture(longest -> Pixels.of(copy, longest), true);
  }

  /// Makes a picture of somebody ready.
  ///
  /// @throws IOException with a sentence for people when it is none that can be read
  public static Ready face(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    try {
      return written(PictureReader.whole(read(file), LONGEST_FACE), false);
    } catch (IOException unread) {
      throw unreadable(name, unread);
    }
  }

  private static IOException unreadable(String name, IOException why) {
    return new IOException(
        why instanceof PictureReader.TooManyDots picture
            ? Texts.of("attach.tooManyDots", name, picture.width, picture.height)
            : Texts.of("attach.broken", name),
        why);
  }

  /// All of a file of the person's, unless it is far too large, or too large for what it is.
  ///
  /// @throws IOException with a sentence for people when it is not read
  public static byte[] read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_FILE) {
      throw new IOException(Texts.of("attach.unreadable", name));
    }
    if (Files.size(file) > MOST && PictureFormat.of(beginning(file)).isEmpty()) {
      throw refusal(name);
    }
    return Files.readAllBytes(file);
  }

  private static byte[] beginning(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(PictureFormat.LONGEST_BEGINNING);
    }
  }

  private static Ready other(byte[] file, String name) throws IOException {
    String ending = ending(name);
    if (UNCLEAN.contains(ending) || file.length > MOST) {
      throw refusal(name);
    }
    return new Ready(file, KNOWN.getOrDefault(ending, OTHER));
  }

  /// Why what is no picture that we show is not given away: what would help is said first.
  private static IOException refusal(String name) {
    return new IOException(
        UNCLEAN.contains(ending(name))
            ? Texts.of("attach.unclean", name)
            : Texts.of("attach.tooLarge", name, ByteSize.brief(MOST)));
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /// A picture in whatever size is asked for.
  private interface Sized {
    Pixels within(int longest) throws IOException;
  }

  private static Ready picture(Sized original, boolean exact) throws IOException {
    int longest = LONGEST;
    Ready ready = written(original.within(longest), exact);
    while (ready.bytes().length > MOST) {
      longest = (int) (longest * SMALLER);
      ready = written(original.within(longest), exact);
    }
    return ready;
  }

  /// Photographs are a tenth as large as JPEG, drawings larger and worse.
  private static Ready written(Pixels pixels, boolean exact) throws IOException {
    boolean opaque = pixels.isOpaque();
    Ready png = exact || !opaque ? ready(pixels, PictureFormat.PNG) : new Ready(new byte[0], OTHER);
    if (!opaque || (exact && png.bytes().length <= SMALL)) {
      return png;
    }
    Ready jpeg = ready(pixels, PictureFormat.JPEG);
    return exact && png.bytes().length < jpeg.bytes().length ? png : jpeg;
  }

  private static Ready ready(Pixels pixels, PictureFormat format) throws IOException {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format.extension());
    ImageWriter writer = writers.next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam how = writer.getDefaultWriteParam();
      if (format == PictureFormat.JPEG) {
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
      }
      writer.write(null, new IIOImage(pixels.toBuffered(), null, null), how);
    } finally {
      writer.dispose();
    }
    return new Ready(bytes.toByteArray(), format.mediaType());
  }
}
