package org.tidings.ui.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Copies a GIF block by block: its pictures, how long each is shown, and how often all of them are
/// repeated. Comments, what programs wrote about it, and whatever stands behind its end stay out.
/// Confined to the thread that copies.
final class BareGif {
  private static final int PICTURE = 0x2c;
  private static final int EXTENSION = 0x21;
  private static final int END = 0x3b;

  private static final int TIMING = 0xf9;
  private static final int TIMING_LENGTH = 4;
  private static final int APPLICATION = 0xff;
  private static final byte[] LOOPING = "NETSCAPE2.0".getBytes(StandardCharsets.US_ASCII);
  private static final int TIMES = 1;
  private static final int TIMES_LENGTH = 3;

  private static final int SIGNATURE_LENGTH = 6;
  private static final int SCREEN_LENGTH = 7;
  private static final int SCREEN_FLAGS = 4;
  private static final int PLACE_LENGTH = 9;
  private static final int PLACE_FLAGS = 8;

  private static final int HAS_COLOURS = 0x80;
  private static final int COLOURS = 0x07;
  private static final int DOT = 3;

  private final ByteBuffer in;
  private final ByteArrayOutputStream out;
  private boolean hasPicture;

  private BareGif(byte[] file) {
    in = ByteBuffer.wrap(file);
    out = new ByteArrayOutputStream(file.length);
  }

  /// The file without what it says about itself. One whose end is missing is whole as long as no
  /// block is cut off: so it is for whoever shows it.
  ///
  /// @throws IOException when it is no GIF, or a broken one
  static byte[] of(byte[] file) throws IOException {
    try {
      return new BareGif(file).copied();
    } catch (BufferUnderflowException cutOff) {
      throw new IOException("a GIF that ends within a block", cutOff);
    }
  }

  private byte[] copied() throws IOException {
    out.writeBytes(taken(SIGNATURE_LENGTH));
    copyWithColours(SCREEN_LENGTH, SCREEN_FLAGS);
    int kind = END;
    while (in.hasRemaining() && (kind = next()) != END) {
      switch (kind) {
        case PICTURE -> picture();
        case EXTENSION -> extension(next());
        default -> throw new IOException("a GIF with a block of no kind");
      }
    }
    if (!hasPicture) {
      throw new IOException("a GIF without a picture");
    }
    out.write(END);
    return out.toByteArray();
  }

  private void picture() {
    hasPicture = true;
    out.write(PICTURE);
    copyWithColours(PLACE_LENGTH, PLACE_FLAGS);
    out.write(next());
    for (byte[] part = part(); part.length > 0; part = part()) {
      write(part);
    }
    write(new byte[0]);
  }

  private void extension(int label) {
    byte[] head = part();
    if (label == TIMING && head.length == TIMING_LENGTH) {
      begin(label, head);
      write(new byte[0]);
    }
    boolean looping = label == APPLICATION && Arrays.equals(head, LOOPING);
    for (byte[] part = head; part.length > 0; part = part()) {
      if (looping && part.length == TIMES_LENGTH && part[0] == TIMES) {
        begin(label, LOOPING);
        write(part);
        write(new byte[0]);
      }
    }
  }

  private void begin(int label, byte[] head) {
    out.write(EXTENSION);
    out.write(label);
    write(head);
  }

  /// A description, and the colours that follow it where its flags say so.
  private void copyWithColours(int length, int flagsAt) {
    byte[] description = taken(length);
    out.writeBytes(description);
    int flags = description[flagsAt];
    if ((flags & HAS_COLOURS) != 0) {
      out.writeBytes(taken(DOT << ((flags & COLOURS) + 1)));
    }
  }

  /// The next part of a block; an empty one ends it.
  private byte[] part() {
    return taken(next());
  }

  private void write(byte[] part) {
    out.write(part.length);
    out.writeBytes(part);
  }

  private byte[] taken(int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private int next() {
    return Byte.toUnsignedInt(in.get());
  }
}
