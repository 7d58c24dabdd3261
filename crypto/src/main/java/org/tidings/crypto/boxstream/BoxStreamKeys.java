package org.tidings.crypto.boxstream;

import org.tidings.crypto.engine.Engine;

/// Key and first nonce of each direction of a box stream, as one side sees them. The arrays belong
/// to the record: nobody changes them.
@SuppressWarnings("ArrayRecordComponent") // never compared; handed from handshake to stream once
public record BoxStreamKeys(
    byte[] sendKey, byte[] sendNonce, byte[] receiveKey, byte[] receiveNonce) {
  public BoxStreamKeys {
    demand(sendKey, Engine.KEY_BYTES);
    demand(sendNonce, Engine.NONCE_BYTES);
    demand(receiveKey, Engine.KEY_BYTES);
    demand(receiveNonce, Engine.NONCE_BYTES);
  }

  /// Never the keys.
  @Override
  public String toString() {
    return "BoxStreamKeys[…]";
  }

  private static void demand(byte[] bytes, int length) {
    if (bytes.length != length) {
      throw new IllegalArgumentException("expected " + length + " bytes, not " + bytes.length);
    }
  }
}
