package org.tidings.crypto.handshake;

import org.tidings.crypto.boxstream.BoxStreamKeys;
import org.tidings.crypto.hash.Sha256;
import org.tidings.crypto.key.PublicKey;

/// What both sides have agreed on after the hellos: `ab` between the ephemeral keys, `aB` between
/// the client's ephemeral and the server's long-term key. `Ab`, between the client's long-term and
/// the server's ephemeral key, comes with the client's name.
@SuppressWarnings("ArrayRecordComponent") // never compared, and gone with its handshake
record Agreement(NetworkKey network, byte[] ab, byte[] aB) {
  /// Seals the client's auth.
  byte[] authKey() {
    return Sha256.of(network.bytes(), ab, aB);
  }

  /// Seals the server's accept.
  byte[] acceptKey(byte[] clientShare) {
    return Sha256.of(network.bytes(), ab, aB, clientShare);
  }

  /// What the client signs to prove who it is.
  byte[] clientProof(PublicKey server) {
    return Bytes.join(network.bytes(), server.bytes(), Sha256.of(ab));
  }

  /// What the server signs to accept a client that sent `auth`.
  byte[] serverProof(byte[] auth) {
    return Bytes.join(network.bytes(), auth, Sha256.of(ab));
  }

  /// The keys of the stream, for the side `self`: each direction has the key of its reader.
  static BoxStreamKeys streamKeys(byte[] acceptKey, Side self, Side remote) {
    byte[] secret = Sha256.of(acceptKey);
    return new BoxStreamKeys(
        Sha256.of(secret, remote.key().bytes()),
        remote.hello().nonce(),
        Sha256.of(secret, self.key().bytes()),
        self.hello().nonce());
  }

  /// One end of the connection: who it is and how it greeted.
  record Side(PublicKey key, Hello hello) {}
}
