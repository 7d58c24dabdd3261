package org.tidings.crypto.handshake;

/// The peer did not prove what it must: another network, another identity than expected, or damaged
/// bytes. The connection is to be closed without another word. The message says what failed.
public final class HandshakeException extends Exception {
  HandshakeException(String what) {
    super(what);
  }

  static HandshakeException lowOrder() {
    return new HandshakeException("the peer sent a key on which nothing secret can be agreed");
  }
}
