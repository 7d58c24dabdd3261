package org.tidings.crypto.key;

import java.util.Base64;
import java.util.Optional;

/// Base64 that has exactly one spelling: standard alphabet, padded, no stray bits (protocol 1.3).
final class CanonicalBase64 {
  private CanonicalBase64() {}

  /// The bytes of `text` when it has that many characters and is what an encoder would write.
  static Optional<byte[]> decode(String text, int chars) {
    if (text.length() != chars) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return Optional.of(bytes).filter(b -> Base64.getEncoder().encodeToString(b).equals(text));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
