package org.tidings.crypto.hash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256. Thread-safe.
public final class Sha256 {
  /// Bytes of a hash.
  public static final int BYTES = 32;

  private Sha256() {}

  /// The hash of the concatenated `parts`.
  public static byte[] of(byte[]... parts) {
    MessageDigest digest = digest();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
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
