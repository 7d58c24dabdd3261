package org.tidings.crypto.hash;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// libsodium's `crypto_auth`: HMAC-SHA-512 cut to its first 32 bytes, which is not SHA-512/256
/// (protocol 0.3). Thread-safe.
public final class Hmac {
  /// Bytes of a tag.
  public static final int BYTES = 32;

  /// Bytes of a key.
  public static final int KEY_BYTES = 32;

  private Hmac() {}

  /// The tag of `message` under a key of 32 bytes.
  public static byte[] of(byte[] message, byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("an HMAC key has 32 bytes, not " + key.length);
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA512");
      mac.init(new SecretKeySpec(key, "HmacSHA512"));
      return Arrays.copyOf(mac.doFinal(message), BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-512", e);
    }
  }

  /// Whether `tag` is the tag of `message`, compared in constant time.
  public static boolean verifies(byte[] tag, byte[] message, byte[] key) {
    return MessageDigest.isEqual(tag, of(message, key));
  }
}
