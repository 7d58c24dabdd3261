package org.tidings.crypto.engine;

import java.util.Optional;

/// The primitives the network is built on, each exactly as libsodium answers (protocol 0.3).
///
/// Input from strangers is answered with `false` or an empty `Optional`; a wrong length of a key or
/// nonce is our own mistake and throws `IllegalArgumentException`. Thread-safe.
public interface Engine {
  /// Bytes of an Ed25519 seed, and of every other key.
  int KEY_BYTES = 32;

  /// Bytes of an Ed25519 signature.
  int SIGNATURE_BYTES = 64;

  /// Bytes of a secretbox nonce.
  int NONCE_BYTES = 24;

  /// Bytes by which a secretbox is longer than its content: the MAC, which comes first.
  int MAC_BYTES = 16;

  /// The engine of this process: libsodium where it loads, Bouncy Castle elsewhere. Chosen once.
  static Engine preferred() {
    return PreferredEngine.INSTANCE;
  }

  /// The key of `seed`, which is known to give this public key, in the keeping of the preferred
  /// engine: that is loaded when the key is first used. Both are copied.
  static SecretKey secretKey(byte[] seed, byte[] publicKey) {
    return new WaitingSecretKey(publicKey.clone(), seed, grown -> preferred().secretKey(grown));
  }

  /// A name for logs and reports, such as `libsodium 1.0.20`.
  String name();

  /// Whether `signature` is the signature of `message` by `publicKey`, as libsodium judges: small
  /// order keys and nonces, non-canonical numbers and any other length are refused.
  boolean verifies(byte[] publicKey, byte[] message, byte[] signature);

  /// The key pair that grows from a seed of 32 bytes. The seed is copied.
  SecretKey secretKey(byte[] seed);

  /// The X25519 point of an Ed25519 public key; empty when libsodium refuses it as no point of the
  /// main subgroup.
  Optional<byte[]> curvePoint(byte[] publicKey);

  /// The X25519 public key of an X25519 secret.
  byte[] curvePublic(byte[] curveSecret);

  /// What an X25519 secret and another's point agree on; empty when that is all zero.
  Optional<byte[]> agree(byte[] curveSecret, byte[] curvePoint);

  /// Seals in place: the `length` bytes at `offset + 16` become a box of `length + 16` bytes at
  /// `offset`. Fast, and without garbage, where `offset` is a multiple of four.
  void seal(byte[] key, byte[] nonce, byte[] buffer, int offset, int length);

  /// Opens in place: the box of `length` bytes at `offset` becomes `length - 16` plain bytes at
  /// `offset + 16`. Answers `false` for a box that is forged, damaged or too short; the buffer's
  /// content is then of no use. Fast, and without garbage, where `offset` is a multiple of four.
  boolean open(byte[] key, byte[] nonce, byte[] buffer, int offset, int length);
}
