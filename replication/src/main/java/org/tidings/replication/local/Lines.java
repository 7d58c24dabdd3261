package org.tidings.replication.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Cuts a file into lines. A line feed alone separates them and nothing is trimmed; a file that
/// ends with one has no empty line after it. Confined to one thread.
public final class Lines {
  /// The longest line kept: far more than a message and what stands around it can need.
  public static final int LONGEST = 1 << 20;

  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int filled;

  public Lines(InputStream in) {
    this.in = in;
  }

  /// The next line without its line feed; empty at the end of the file.
  public Optional<Line> next() throws IOException {
    if (position == filled && !fill()) {
      return Optional.empty();
    }
    var line = new ByteArrayOutputStream(1024);
    long length = 0;
    do {
      int end = position;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      length += end - position;
      if (length <= LONGEST) {
        line.write(buffer, position, end - position);
      }
      position = Math.min(end + 1, filled);
      if (end < filled) {
        break;
      }
    } while (fill());
    return Optional.of(length <= LONGEST ? new Line.Whole(line.toByteArray()) : new Line.TooLong());
  }

  private boolean fill() throws IOException {
    filled = Math.max(in.read(buffer), 0);
    position = 0;
    return filled > 0;
  }

  /// One line.
  public sealed interface Line {
    /// All its bytes.
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Whole(byte[] bytes) implements Line {}

    /// Longer than [Lines#LONGEST]; it was skipped.
    record TooLong() implements Line {}
  }
}
