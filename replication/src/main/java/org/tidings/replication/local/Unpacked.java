package org.tidings.replication.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// What a file says, unpacked while it is read if its name ends in `.gz`, though no more than a
/// file of that size can say in messages: their signatures cannot be made smaller. Confined to one
/// thread.
final class Unpacked extends Metered {
  private static final int BUFFER = 1 << 16;

  /// The longest message is not a hundred times as long as its signature and what it refers to.
  private static final long MOST_TIMES = 100;

  /// How files begin, a byte a character.
  private static final String MARK = "\u00ef\u00bb\u00bf";

  private static final String UTF_16_LE = "\u00ff\u00fe";
  private static final String UTF_16_BE = "\u00fe\u00ff";
  private static final String GZIP = "\u001f\u008b";

  private static final long ALWAYS = 1 << 26;

  private final long most;

  private Unpacked(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  /// What the file says.
  ///
  /// @throws FileRefused where it is in a form that is not read
  /// @param in its bytes as they are, which the caller closes
  static InputStream open(Path file, InputStream in) throws IOException {
    return text(
        isPacked(file) ? new Unpacked(unpacked(in), ALWAYS + MOST_TIMES * Files.size(file)) : in);
  }

  private static InputStream unpacked(InputStream in) throws IOException {
    try {
      return new GZIPInputStream(in, BUFFER);
    } catch (ZipException notPacked) {
      throw new FileRefused(FileFault.NOT_PACKED);
    }
  }

  /// Leaves out the mark with which some editors begin a file.
  private static InputStream text(InputStream in) throws IOException {
    PushbackInputStream text = new PushbackInputStream(in, MARK.length());
    byte[] start = text.readNBytes(MARK.length());
    String first = new String(start, StandardCharsets.ISO_8859_1);
    if (first.startsWith(UTF_16_LE) || first.startsWith(UTF_16_BE)) {
      throw new FileRefused(FileFault.UTF_16);
    }
    if (first.startsWith(GZIP)) {
      throw new FileRefused(FileFault.PACKED);
    }
    if (!first.equals(MARK)) {
      text.unread(start);
    }
    return text;
  }

  static boolean isPacked(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
  }

  @Override
  public int read(byte[] bytes, int at, int length) throws IOException {
    int count = super.read(bytes, at, length);
    if (bytes() > most) {
      throw new TooMuchException();
    }
    return count;
  }

  /// There is more in the file than there are messages in any of that size.
  static final class TooMuchException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
