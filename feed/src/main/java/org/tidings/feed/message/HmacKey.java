package org.tidings.feed.message;

import java.util.Optional;
import org.tidings.crypto.hash.Hmac;

/// The key some test networks mix into signatures (`caps.sign`); the main network has none.
/// Immutable. Protocol 2.3.
public final class HmacKey {
  private final byte[] bytes;

  private HmacKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Reads canonical base64 of exactly 32 bytes.
  public static Optional<HmacKey> parse(String base64) {
    byte[] bytes = Base64Text.decode(base64);
    return bytes != null && bytes.length == Hmac.KEY_BYTES
        ? Optional.of(new HmacKey(bytes))
        : Optional.empty();
  }

  /// What is signed in place of the text itself.
  byte[] tag(byte[] text) {
    return Hmac.of(text, bytes);
  }
}
