package org.tidings.crypto.box;

import java.security.SecureRandom;
import org.tidings.crypto.engine.Engine;

/// What is drawn for one private message and never again: the nonce of all its boxes, the key of
/// its body and the X25519 secret its slots are agreed with.
@SuppressWarnings("ArrayRecordComponent") // never compared, and gone when the message is sealed
record OneTimeSecrets(byte[] nonce, byte[] bodyKey, byte[] curveSecret) {
  static OneTimeSecrets fresh(SecureRandom random) {
    return new OneTimeSecrets(
        draw(random, Engine.NONCE_BYTES),
        draw(random, Engine.KEY_BYTES),
        draw(random, Engine.KEY_BYTES));
  }

  private static byte[] draw(SecureRandom random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
