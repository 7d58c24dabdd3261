package org.tidings.crypto.engine;

import java.util.Arrays;
import java.util.Optional;
import org.apache.tuweni.crypto.sodium.Signature;

/// A secret key in libsodium's guarded memory, through Apache Tuweni: never swapped out, never
/// moved by the garbage collector, wiped when destroyed. Each takes several pages, so what is
/// no longer used should be destroyed. Thread-safe.
final class GuardedSecretKey implements SecretKey {
  private final byte[] publicKey;
  private final Signature.SecretKey key;

  /// The key of a seed of 32 bytes.
  GuardedSecretKey(byte[] seed) {
    byte[] both = new byte[Engine.SIGNATURE_BYTES];
    this.publicKey = new byte[Engine.KEY_BYTES];
    SodiumCalls.keyPair(publicKey, both, seed);
    this.key = Signature.SecretKey.fromBytes(both);
    Arrays.fill(both, (byte) 0);
  }

  @Override
  public byte[] publicKey() {
    return publicKey.clone();
  }

  @Override
  public synchronized byte[] seed() {
    demandAlive();
    byte[] both = key.bytesArray();
    byte[] seed = Arrays.copyOf(both, Engine.KEY_BYTES);
    Arrays.fill(both, (byte) 0);
    return seed;
  }

  @Override
  public synchronized byte[] sign(byte[] message) {
    demandAlive();
    return Signature.signDetached(message, key);
  }

  /// Not by Tuweni: its X25519 keys take guarded memory that nothing but the garbage collector
  /// gives back, which kills the process within seconds of reading private boxes.
  @Override
  public synchronized Optional<byte[]> agree(byte[] curvePoint) {
    demandAlive();
    Lengths.demand("point", curvePoint, Engine.KEY_BYTES);
    byte[] both = key.bytesArray();
    byte[] curveSecret = new byte[Engine.KEY_BYTES];
    byte[] shared = new byte[Engine.KEY_BYTES];
    SodiumCalls.curveSecret(curveSecret, both);
    boolean agreed = SodiumCalls.multiply(shared, curveSecret, curvePoint);
    Arrays.fill(both, (byte) 0);
    Arrays.fill(curveSecret, (byte) 0);
    return agreed ? Optional.of(shared) : Optional.empty();
  }

  @Override
  public synchronized void destroy() {
    key.destroy();
  }

  private void demandAlive() {
    if (key.isDestroyed()) {
      throw new IllegalStateException("this key was destroyed");
    }
  }
}
