package org.tidings.crypto.engine;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/// The engine of libsodium, the network's own judge. Secret keys are used through Apache Tuweni in
/// guarded memory; what runs in bulk (verifying, boxes) goes straight to C. Thread-safe.
public final class SodiumEngine implements Engine {
  /// Loads libsodium; throws a `LinkageError` where that fails.
  public SodiumEngine() {
    SodiumCalls.initialise();
  }

  @Override
  public String name() {
    return "libsodium " + SodiumCalls.version();
  }

  @Override
  public boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
    Lengths.demand("public key", publicKey, KEY_BYTES);
    return signature.length == SIGNATURE_BYTES && SodiumCalls.verify(signature, message, publicKey);
  }

  @Override
  public SecretKey secretKey(byte[] seed) {
    Lengths.demand("seed", seed, KEY_BYTES);
    byte[] publicKey = new byte[KEY_BYTES];
    byte[] both = new byte[SIGNATURE_BYTES];
    SodiumCalls.keyPair(publicKey, both, seed);
    Arrays.fill(both, (byte) 0);
    return new WaitingSecretKey(publicKey, seed, Tuweni::secretKey);
  }

  @Override
  public Optional<byte[]> curvePoint(byte[] publicKey) {
    Lengths.demand("public key", publicKey, KEY_BYTES);
    byte[] point = new byte[KEY_BYTES];
    return SodiumCalls.point(point, publicKey) ? Optional.of(point) : Optional.empty();
  }

  @Override
  public byte[] curvePublic(byte[] curveSecret) {
    Lengths.demand("secret", curveSecret, KEY_BYTES);
    byte[] point = new byte[KEY_BYTES];
    SodiumCalls.multiplyBase(point, curveSecret);
    return point;
  }

  @Override
  public Optional<byte[]> agree(byte[] curveSecret, byte[] curvePoint) {
    Lengths.demand("secret", curveSecret, KEY_BYTES);
    Lengths.demand("point", curvePoint, KEY_BYTES);
    byte[] shared = new byte[KEY_BYTES];
    return SodiumCalls.multiply(shared, curveSecret, curvePoint)
        ? Optional.of(shared)
        : Optional.empty();
  }

  @Override
  public void seal(byte[] key, byte[] nonce, byte[] buffer, int offset, int length) {
    Lengths.demand("key", key, KEY_BYTES);
    Lengths.demand("nonce", nonce, NONCE_BYTES);
    Objects.checkFromIndexSize(offset, length + MAC_BYTES, buffer.length);
    if (isAligned(offset)) {
      MemorySegment box = MemorySegment.ofArray(buffer).asSlice(offset, length + MAC_BYTES);
      SodiumCalls.seal(box, box.asSlice(MAC_BYTES), nonce, key);
    } else {
      byte[] moved = Arrays.copyOfRange(buffer, offset, offset + length + MAC_BYTES);
      seal(key, nonce, moved, 0, length);
      System.arraycopy(moved, 0, buffer, offset, moved.length);
    }
  }

  @Override
  public boolean open(byte[] key, byte[] nonce, byte[] buffer, int offset, int length) {
    Lengths.demand("key", key, KEY_BYTES);
    Lengths.demand("nonce", nonce, NONCE_BYTES);
    Objects.checkFromIndexSize(offset, length, buffer.length);
    if (length < MAC_BYTES) {
      return false;
    }
    if (isAligned(offset)) {
      MemorySegment box = MemorySegment.ofArray(buffer).asSlice(offset, length);
      return SodiumCalls.open(box.asSlice(MAC_BYTES), box, nonce, key);
    }
    byte[] moved = Arrays.copyOfRange(buffer, offset, offset + length);
    boolean opened = open(key, nonce, moved, 0, length);
    System.arraycopy(moved, 0, buffer, offset, length);
    return opened;
  }

  /// The bundled Linux library was built with traps for what C leaves undefined: its secretbox
  /// kills the process when its data does not begin at a multiple of four. Java's arrays do.
  private static boolean isAligned(int offset) {
    return (offset & 3) == 0;
  }
}
