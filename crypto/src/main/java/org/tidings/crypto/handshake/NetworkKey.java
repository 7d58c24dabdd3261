package org.tidings.crypto.handshake;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// The 32 bytes peers must share to speak at all ("caps key"); each test network has its own. A
/// value; thread-safe.
public final class NetworkKey {
  /// Bytes of a key.
  public static final int BYTES = 32;

  /// The key of the main network.
  public static final NetworkKey MAIN =
      new NetworkKey(Base64.getDecoder().decode("1KHLiKZvAvjbY1ziZEHMXawbCEIM6qwjCDm3VYRan/s="));

  private final byte[] bytes;

  private NetworkKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /// The key of these 32 bytes, which are copied.
  public static NetworkKey of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a network key has 32 bytes, not " + bytes.length);
    }
    return new NetworkKey(bytes.clone());
  }

  /// The key written as base64 of 32 bytes.
  public static Optional<NetworkKey> parseBase64(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return bytes.length == BYTES ? Optional.of(new NetworkKey(bytes)) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /// The 32 bytes, a copy.
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NetworkKey key && Arrays.equals(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
