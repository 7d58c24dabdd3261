package org.tidings.crypto.engine;

import java.util.Arrays;
import java.util.Optional;
import org.apache.tuweni.crypto.sodium.DiffieHelman;
import org.apache.tuweni.crypto.sodium.Signature;
import org.apache.tuweni.crypto.sodium.SodiumException;
import org.jspecify.annotations.Nullable;

/// A secret key in libsodium's guarded memory, through Apache Tuweni. Thread-safe.
///
/// Tuweni takes a quarter of a second to load, so the key moves there when it is first used: a
/// start that only shows what is stored never waits for it.
final class SodiumSecretKey implements SecretKey {
  private final byte[] publicKey = new byte[Engine.KEY_BYTES];
  private final byte[] waiting = new byte[Engine.SIGNATURE_BYTES];
  private Signature.@Nullable SecretKey guarded;
  private boolean destroyed;

  SodiumSecretKey(byte[] seed) {
    SodiumCalls.keyPair(publicKey, waiting, seed);
  }

  @Override
  public byte[] publicKey() {
    return publicKey.clone();
  }

  @Override
  public synchronized byte[] seed() {
    byte[] secret = guarded().bytesArray();
    byte[] seed = Arrays.copyOf(secret, Engine.KEY_BYTES);
    Arrays.fill(secret, (byte) 0);
    return seed;
  }

  @Override
  public synchronized byte[] sign(byte[] message) {
    return Signature.signDetached(message, guarded());
  }

  @Override
  public synchronized Optional<byte[]> agree(byte[] curvePoint) {
    Lengths.demand("point", curvePoint, Engine.KEY_BYTES);
    DiffieHelman.SecretKey secret = DiffieHelman.SecretKey.forSignatureSecretKey(guarded());
    DiffieHelman.PublicKey point = DiffieHelman.PublicKey.fromBytes(curvePoint);
    try {
      DiffieHelman.Secret shared = DiffieHelman.Secret.forKeys(secret, point);
      byte[] bytes = shared.bytesArray();
      shared.destroy();
      return Optional.of(bytes);
    } catch (SodiumException lowOrderPoint) {
      return Optional.empty();
    } finally {
      secret.destroy();
    }
  }

  @Override
  public synchronized void destroy() {
    destroyed = true;
    Arrays.fill(waiting, (byte) 0);
    if (guarded != null) {
      guarded.destroy();
    }
  }

  private Signature.SecretKey guarded() {
    if (destroyed) {
      throw new IllegalStateException("this key was destroyed");
    }
    if (guarded == null) {
      Tuweni.load();
      guarded = Signature.SecretKey.fromBytes(waiting);
      Arrays.fill(waiting, (byte) 0);
    }
    return guarded;
  }
}
