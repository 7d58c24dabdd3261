package org.tidings.ui.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// How the camera was held, as a JPEG says in its EXIF part: 1 to 8, where 1 is upright. Bytes that
/// say nothing, or nothing that makes sense, are upright. Stateless.
final class Orientation {
  static final int UPRIGHT = 1;

  private static final int MOST = 8;
  private static final int START_OF_SCAN = 0xda;
  private static final int APP1 = 0xe1;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final int TAG = 0x0112;
  private static final int ENTRY_BYTES = 12;

  private Orientation() {}

  static int of(byte[] jpeg) {
    int at = 2;
    while (at + 4 <= jpeg.length && (jpeg[at] & 0xff) == 0xff) {
      int marker = jpeg[at + 1] & 0xff;
      int length = (jpeg[at + 2] & 0xff) << 8 | (jpeg[at + 3] & 0xff);
      int end = at + 2 + length;
      if (marker == START_OF_SCAN || length < 2 || end > jpeg.length) {
        return UPRIGHT;
      }
      if (marker == APP1 && isExif(jpeg, at + 4, end)) {
        return inTiff(
            ByteBuffer.wrap(jpeg, at + 4 + EXIF.length, end - at - 4 - EXIF.length).slice());
      }
      at = end;
    }
    return UPRIGHT;
  }

  private static boolean isExif(byte[] jpeg, int from, int end) {
    int to = from + EXIF.length;
    return to <= end && Arrays.equals(jpeg, from, to, EXIF, 0, EXIF.length);
  }

  /// The first directory of a TIFF file.
  private static int inTiff(ByteBuffer tiff) {
    if (tiff.limit() < 8) {
      return UPRIGHT;
    }
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    if (directory < 8 || directory > tiff.limit() - 2) {
      return UPRIGHT;
    }
    int entries = tiff.getShort(directory) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY_BYTES;
      if (entry > tiff.limit() - ENTRY_BYTES) {
        return UPRIGHT;
      }
      if ((tiff.getShort(entry) & 0xffff) == TAG) {
        int value = tiff.getShort(entry + 8) & 0xffff;
        return value >= UPRIGHT && value <= MOST ? value : UPRIGHT;
      }
    }
    return UPRIGHT;
  }
}
