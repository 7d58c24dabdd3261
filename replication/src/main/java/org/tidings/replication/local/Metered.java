package org.tidings.replication.local;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A file that is read from its beginning to its end, and how much of it was. Confined to one
/// thread.
class Metered extends FilterInputStream {
  private long bytes;

  Metered(InputStream in) {
    super(in);
  }

  /// How many bytes were read so far.
  long bytes() {
    return bytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int at, int length) throws IOException {
    int count = super.read(buffer, at, length);
    bytes += Math.max(0, count);
    return count;
  }
}
