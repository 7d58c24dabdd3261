package org.tidings.replication.local;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/// What a file says, unpacked while it is read if its name ends in `.gz`, though no more than a
/// file of that size can say in messages: their signatures cannot be made smaller. Confined to one
/// thread.
final class Unpacked extends FilterInputStream {
  private static final int BUFFER = 1 << 16;

  /// The longest message is not a hundred times as long as its signature and what it refers to.
  private static final long MOST_TIMES = 100;

  private static final long ALWAYS = 1 << 26;

  private long left;

  private Unpacked(InputStream in, long most) {
    super(in);
    this.left = most;
  }

  /// Opens the file.
  static InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    if (!isPacked(file)) {
      return in;
    }
    try {
      return new Unpacked(new GZIPInputStream(in, BUFFER), ALWAYS + MOST_TIMES * Files.size(file));
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  static boolean isPacked(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int at, int length) throws IOException {
    int count = super.read(bytes, at, length);
    left -= Math.max(0, count);
    if (left < 0) {
      throw new TooMuchException();
    }
    return count;
  }

  /// There is more in the file than there are messages in any of that size.
  static final class TooMuchException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
