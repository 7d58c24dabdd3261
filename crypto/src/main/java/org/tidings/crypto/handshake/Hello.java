package org.tidings.crypto.handshake;

import java.util.Arrays;
import org.tidings.crypto.engine.Engine;
import org.tidings.crypto.hash.Hmac;

/// The first message of either side: its ephemeral key, tagged with the network key.
@SuppressWarnings("ArrayRecordComponent") // never compared
record Hello(byte[] tag, byte[] point) {
  static final int BYTES = Hmac.BYTES + Engine.KEY_BYTES;

  static Hello of(NetworkKey network, EphemeralKey ephemeral) {
    return new Hello(Hmac.of(ephemeral.point(), network.bytes()), ephemeral.point());
  }

  static Hello read(byte[] bytes, NetworkKey network) throws HandshakeException {
    if (bytes.length != BYTES) {
      throw new HandshakeException("a hello has " + BYTES + " bytes, not " + bytes.length);
    }
    byte[] tag = Arrays.copyOf(bytes, Hmac.BYTES);
    byte[] point = Arrays.copyOfRange(bytes, Hmac.BYTES, BYTES);
    if (!Hmac.verifies(tag, point, network.bytes())) {
      throw new HandshakeException("the peer is on another network or speaks another protocol");
    }
    return new Hello(tag, point);
  }

  byte[] bytes() {
    return Bytes.join(tag, point);
  }

  /// The first nonce of the stream towards the sender of this hello.
  byte[] nonce() {
    return Arrays.copyOf(tag, Engine.NONCE_BYTES);
  }
}
