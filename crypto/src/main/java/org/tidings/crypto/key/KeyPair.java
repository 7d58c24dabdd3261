package org.tidings.crypto.key;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.tidings.crypto.engine.Engine;
import org.tidings.crypto.engine.SecretKey;

/// An identity: an Ed25519 key pair grown from a seed of 32 bytes (protocol 1.1).
///
/// The secret half lies in the engine's keeping until `destroy`; after that only `publicKey`
/// answers and the rest throws `IllegalStateException`. Thread-safe. Equal only to itself.
public final class KeyPair {
  /// Bytes of a seed.
  public static final int SEED_BYTES = Engine.KEY_BYTES;

  private final SecretKey secret;
  private final PublicKey publicKey;

  private KeyPair(SecretKey secret) {
    this.secret = secret;
    this.publicKey = PublicKey.of(secret.publicKey());
  }

  /// A new identity.
  public static KeyPair generate(SecureRandom random) {
    byte[] seed = new byte[SEED_BYTES];
    random.nextBytes(seed);
    KeyPair keys = fromSeed(seed);
    Arrays.fill(seed, (byte) 0);
    return keys;
  }

  /// The identity of this seed of 32 bytes, which is copied.
  public static KeyPair fromSeed(byte[] seed) {
    return fromSeed(seed, Engine.preferred());
  }

  /// The identity of this seed, kept and used by the given engine.
  public static KeyPair fromSeed(byte[] seed, Engine engine) {
    return new KeyPair(engine.secretKey(seed));
  }

  /// The identity of a seed that is known to give this public key, and copied. The engine is loaded
  /// when the secret half is first used.
  static KeyPair fromSeed(byte[] seed, PublicKey publicKey) {
    return new KeyPair(Engine.secretKey(seed, publicKey.bytes()));
  }

  /// The public half.
  public PublicKey publicKey() {
    return publicKey;
  }

  /// The signature of `message`: 64 bytes, always the same ones.
  public byte[] sign(byte[] message) {
    return secret.sign(message);
  }

  /// What this identity, as an X25519 key, and another's point agree on; empty when the point is of
  /// low order.
  public Optional<byte[]> agree(byte[] curvePoint) {
    return secret.agree(curvePoint);
  }

  /// The seed, a copy the caller should wipe after use.
  public byte[] seed() {
    return secret.seed();
  }

  /// Wipes the secret half from memory. May be called again.
  public void destroy() {
    secret.destroy();
  }

  /// The feed id; never the secret.
  @Override
  public String toString() {
    return publicKey.toString();
  }
}
