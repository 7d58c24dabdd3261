package org.tidings.feed.message;

import java.util.Optional;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.PublicKey;

/// The last field of a message: 64 bytes of canonical base64 and `.sig.ed25519`. Protocol 2.3.
final class Signature {
  private static final int BYTES = 64;
  private static final String SUFFIX = ".sig.ed25519";

  private final byte[] bytes;

  private Signature(byte[] bytes) {
    this.bytes = bytes;
  }

  static Signature by(KeyPair keys, byte[] signed) {
    return new Signature(keys.sign(signed));
  }

  static Optional<Signature> parse(String text) {
    if (!text.endsWith(SUFFIX)) {
      return Optional.empty();
    }
    byte[] bytes = Base64Text.decode(text.substring(0, text.length() - SUFFIX.length()));
    return bytes != null && bytes.length == BYTES
        ? Optional.of(new Signature(bytes))
        : Optional.empty();
  }

  /// Whether the owner of this key signed these bytes, as libsodium judges.
  boolean isBy(PublicKey key, byte[] signed) {
    return key.verifies(signed, bytes);
  }

  @Override
  public String toString() {
    return Base64Text.encode(bytes) + SUFFIX;
  }
}
