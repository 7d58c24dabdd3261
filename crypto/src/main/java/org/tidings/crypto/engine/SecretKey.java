package org.tidings.crypto.engine;

import java.util.Optional;

/// An Ed25519 secret key in the keeping of its engine. Thread-safe; after `destroy` every use but
/// `publicKey` throws `IllegalStateException`.
public interface SecretKey {
  /// The 32 bytes of the public key, a copy.
  byte[] publicKey();

  /// The 32 bytes of the seed, a copy.
  byte[] seed();

  /// The 64 bytes of the signature of `message`. Deterministic.
  byte[] sign(byte[] message);

  /// What this key, converted to X25519, and another's point agree on; empty when that is all zero.
  Optional<byte[]> agree(byte[] curvePoint);

  /// Wipes the key from memory. May be called again.
  void destroy();
}
