package org.tidings.crypto.engine;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// A secret key on the Java heap, wiped when destroyed. Thread-safe.
final class BouncyCastleSecretKey implements SecretKey {
  private final byte[] seed;
  private final byte[] publicKey = new byte[Engine.KEY_BYTES];
  private boolean destroyed;

  BouncyCastleSecretKey(byte[] seed) {
    this.seed = seed.clone();
    Ed25519.generatePublicKey(seed, 0, publicKey, 0);
  }

  @Override
  public byte[] publicKey() {
    return publicKey.clone();
  }

  @Override
  public synchronized byte[] seed() {
    demandAlive();
    return seed.clone();
  }

  @Override
  public synchronized byte[] sign(byte[] message) {
    demandAlive();
    byte[] signature = new byte[Engine.SIGNATURE_BYTES];
    Ed25519.sign(seed, 0, publicKey, 0, message, 0, message.length, signature, 0);
    return signature;
  }

  /// The X25519 secret is the first half of the seed's SHA-512; X25519 itself clamps it.
  @Override
  public synchronized Optional<byte[]> agree(byte[] curvePoint) {
    demandAlive();
    Lengths.demand("point", curvePoint, Engine.KEY_BYTES);
    var digest = new SHA512Digest();
    byte[] secret = new byte[digest.getDigestSize()];
    byte[] shared = new byte[Engine.KEY_BYTES];
    digest.update(seed, 0, seed.length);
    digest.doFinal(secret, 0);
    boolean agreed = X25519.calculateAgreement(secret, 0, curvePoint, 0, shared, 0);
    Arrays.fill(secret, (byte) 0);
    return agreed ? Optional.of(shared) : Optional.empty();
  }

  @Override
  public synchronized void destroy() {
    destroyed = true;
    Arrays.fill(seed, (byte) 0);
  }

  private void demandAlive() {
    if (destroyed) {
      throw new IllegalStateException("this key was destroyed");
    }
  }
}
