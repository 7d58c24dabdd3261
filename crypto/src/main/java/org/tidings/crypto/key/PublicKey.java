package org.tidings.crypto.key;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.tidings.crypto.engine.Engine;

/// An Ed25519 public key: 32 bytes that name a feed (protocol 1.1). A value; thread-safe.
///
/// Any 32 bytes make one. Whether they are a usable point shows when something is verified or
/// sealed with them.
public final class PublicKey {
  /// Bytes of a key.
  public static final int BYTES = 32;

  private final byte[] bytes;
  private final int hash;

  private PublicKey(byte[] bytes) {
    this.bytes = bytes;
    this.hash = Arrays.hashCode(bytes);
  }

  /// The key of these 32 bytes, which are copied.
  public static PublicKey of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a public key has 32 bytes, not " + bytes.length);
    }
    return new PublicKey(bytes.clone());
  }

  /// The key written as 44 characters of canonical base64 with padding (protocol 1.3), without
  /// sigil and suffix.
  public static Optional<PublicKey> parseBase64(String text) {
    return CanonicalBase64.decode(text, BYTES).map(PublicKey::new);
  }

  /// The 32 bytes, a copy.
  public byte[] bytes() {
    return bytes.clone();
  }

  /// 44 characters of base64.
  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /// Whether this key signed `message`, as libsodium judges.
  public boolean verifies(byte[] message, byte[] signature) {
    return Engine.preferred().verifies(bytes, message, signature);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PublicKey key && hash == key.hash && Arrays.equals(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /// The feed id of this key, for logs.
  @Override
  public String toString() {
    return "@" + base64() + ".ed25519";
  }
}
