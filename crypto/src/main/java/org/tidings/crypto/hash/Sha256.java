package org.tidings.crypto.hash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256. Thread-safe.
public final class Sha256 {
  /// Bytes of a hash.
  public static final int BYTES = 32;

  /// To ask the platform for one costs as much as hashing a message.
  private static final ThreadLocal<MessageDigest> OWN = ThreadLocal.withInitial(Sha256::digest);

  private Sha256() {}

  /// The hash of the concatenated `parts`.
  public static byte[] of(byte[]... parts) {
    MessageDigest digest = own();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  /// The hash of the first so many of these bytes.
  public static byte[] ofFirst(int count, byte[] bytes) {
    MessageDigest digest = own();
    digest.update(bytes, 0, count);
    return digest.digest();
  }

  /// Anew: where memory or stack ran out on the way, the last hash of this thread has left a part.
  private static MessageDigest own() {
    MessageDigest digest = OWN.get();
    digest.reset();
    return digest;
  }

  /// A digest to feed piece by piece. Confined to its caller.
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
