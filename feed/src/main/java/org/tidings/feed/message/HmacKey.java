package org.tidings.feed.message;

import java.util.Base64;
import java.util.Optional;

/// The key some test networks mix into signatures (`caps.sign`); the main network has none.
/// Immutable. Protocol 2.3.
public final class HmacKey {
  private static final int BYTES = 32;
  private final byte[] bytes;

  private HmacKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Reads canonical base64 of exactly 32 bytes.
  public static Optional<HmacKey> parse(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      boolean canonical = Base64.getEncoder().encodeToString(bytes).equals(base64);
      return canonical && bytes.length == BYTES
          ? Optional.of(new HmacKey(bytes))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  byte[] bytes() {
    return bytes.clone();
  }
}
