package org.tidings.crypto.engine;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A secret key that moves to its keeper when it is first used, because the keeper takes a quarter
/// of a second to load and a start that only shows what is stored should not wait for it.
/// Thread-safe.
final class WaitingSecretKey implements SecretKey {
  private final byte[] publicKey;
  private final byte[] seed;
  private final Function<byte[], SecretKey> keeper;
  private @Nullable SecretKey kept;
  private boolean destroyed;

  /// The key of `seed`, which is copied, and of its public key, which is not.
  WaitingSecretKey(byte[] publicKey, byte[] seed, Function<byte[], SecretKey> keeper) {
    this.publicKey = publicKey;
    this.seed = seed.clone();
    this.keeper = keeper;
  }

  @Override
  public byte[] publicKey() {
    return publicKey.clone();
  }

  @Override
  public byte[] seed() {
    return kept().seed();
  }

  @Override
  public byte[] sign(byte[] message) {
    return kept().sign(message);
  }

  @Override
  public Optional<byte[]> agree(byte[] curvePoint) {
    return kept().agree(curvePoint);
  }

  @Override
  public synchronized void destroy() {
    destroyed = true;
    Arrays.fill(seed, (byte) 0);
    if (kept != null) {
      kept.destroy();
    }
  }

  private synchronized SecretKey kept() {
    if (destroyed) {
      throw new IllegalStateException("this key was destroyed");
    }
    SecretKey key = kept;
    if (key == null) {
      key = keeper.apply(seed);
      if (!Arrays.equals(key.publicKey(), publicKey)) {
        key.destroy();
        throw new IllegalStateException("this seed does not give its public key");
      }
      kept = key;
      Arrays.fill(seed, (byte) 0);
    }
    return key;
  }
}
