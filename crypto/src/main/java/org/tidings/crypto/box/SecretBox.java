package org.tidings.crypto.box;

import java.util.Arrays;
import java.util.Optional;
import org.tidings.crypto.engine.Engine;

/// Bytes sealed under a shared key and a nonce used once: XSalsa20-Poly1305, MAC first (protocol
/// 0.3). Thread-safe.
public final class SecretBox {
  /// Bytes of a key.
  public static final int KEY_BYTES = Engine.KEY_BYTES;

  /// Bytes of a nonce.
  public static final int NONCE_BYTES = Engine.NONCE_BYTES;

  /// Bytes by which a box is longer than its content.
  public static final int MAC_BYTES = Engine.MAC_BYTES;

  private SecretBox() {}

  /// The box of `plain`, 16 bytes longer.
  public static byte[] seal(byte[] plain, byte[] nonce, byte[] key) {
    return seal(plain, nonce, key, Engine.preferred());
  }

  static byte[] seal(byte[] plain, byte[] nonce, byte[] key, Engine engine) {
    byte[] box = new byte[MAC_BYTES + plain.length];
    System.arraycopy(plain, 0, box, MAC_BYTES, plain.length);
    engine.seal(key, nonce, box, 0, plain.length);
    return box;
  }

  /// What is in `box`; empty when it is forged, damaged or sealed under another key or nonce.
  public static Optional<byte[]> open(byte[] box, byte[] nonce, byte[] key) {
    return open(box, nonce, key, Engine.preferred());
  }

  static Optional<byte[]> open(byte[] box, byte[] nonce, byte[] key, Engine engine) {
    byte[] buffer = box.clone();
    return engine.open(key, nonce, buffer, 0, buffer.length)
        ? Optional.of(Arrays.copyOfRange(buffer, MAC_BYTES, buffer.length))
        : Optional.empty();
  }
}
