package org.tidings.feed.message;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Base64 as the protocol wants it: standard alphabet, padded, spare bits zero.
final class Base64Text {
  private Base64Text() {}

  /// The bytes of canonical base64, or null.
  static byte @Nullable [] decode(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return encode(bytes).equals(text) ? bytes : null;
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
