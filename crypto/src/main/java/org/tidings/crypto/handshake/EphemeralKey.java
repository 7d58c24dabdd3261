package org.tidings.crypto.handshake;

import java.security.SecureRandom;
import org.tidings.crypto.engine.Engine;

/// An X25519 key pair for one handshake and never again.
@SuppressWarnings("ArrayRecordComponent") // never compared, and gone with its handshake
record EphemeralKey(Engine engine, byte[] secret, byte[] point) {
  static EphemeralKey fresh(SecureRandom random) {
    byte[] secret = new byte[Engine.KEY_BYTES];
    random.nextBytes(secret);
    return of(secret, Engine.preferred());
  }

  static EphemeralKey of(byte[] secret, Engine engine) {
    return new EphemeralKey(engine, secret, engine.curvePublic(secret));
  }

  byte[] agree(byte[] otherPoint) throws HandshakeException {
    return engine.agree(secret, otherPoint).orElseThrow(HandshakeException::lowOrder);
  }
}
