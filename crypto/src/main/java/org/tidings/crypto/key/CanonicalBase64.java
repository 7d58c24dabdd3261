package org.tidings.crypto.key;

import java.util.Base64;
import java.util.Optional;

/// Base64 that has exactly one spelling: standard alphabet, padded, no stray bits (protocol 1.3).
final class CanonicalBase64 {
  private CanonicalBase64() {}

  /// The bytes of `text` when they are that many and `text` is what an encoder writes for them.
  static Optional<byte[]> decode(String text, int length) {
    if (text.length() != 4 * Math.ceilDiv(length, 3)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return Optional.of(bytes)
          .filter(b -> b.length == length && Base64.getEncoder().encodeToString(b).equals(text));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
