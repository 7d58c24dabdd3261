package org.tidings.feed.message;

import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Base64 as the protocol wants it: standard alphabet, padded, spare bits zero.
final class Base64Text {
  /// So many bytes take so many characters.
  private static final int BYTES = 3;

  private static final int CHARS = 4;

  private Base64Text() {}

  /// The bytes of canonical base64, or null.
  static byte @Nullable [] decode(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return isCanonical(text, bytes) ? bytes : null;
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  /// Only the end can be written otherwise: without padding, or with spare bits.
  private static boolean isCanonical(String text, byte[] bytes) {
    int tail = bytes.length - bytes.length % BYTES;
    String end = encode(Arrays.copyOfRange(bytes, tail, bytes.length));
    return text.length() == tail / BYTES * CHARS + end.length() && text.endsWith(end);
  }

  static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
