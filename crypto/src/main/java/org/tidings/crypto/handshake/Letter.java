package org.tidings.crypto.handshake;

import java.util.Arrays;
import org.tidings.crypto.engine.Engine;

/// The sealed messages of the handshake. Each key seals one of them, so their nonce is all zero.
final class Letter {
  private static final byte[] NONCE = new byte[Engine.NONCE_BYTES];

  private Letter() {}

  static byte[] seal(byte[] content, byte[] key, Engine engine) {
    byte[] letter = Bytes.join(new byte[Engine.MAC_BYTES], content);
    engine.seal(key, NONCE, letter, 0, content.length);
    return letter;
  }

  /// The content of a letter of exactly `length` bytes; `failure` says what it means that it does
  /// not open.
  static byte[] open(byte[] letter, int length, byte[] key, Engine engine, String failure)
      throws HandshakeException {
    if (letter.length != length) {
      throw new HandshakeException(
          "expected a letter of " + length + " bytes, not " + letter.length);
    }
    byte[] opened = letter.clone();
    if (!engine.open(key, NONCE, opened, 0, length)) {
      throw new HandshakeException(failure);
    }
    return Arrays.copyOfRange(opened, Engine.MAC_BYTES, length);
  }
}
