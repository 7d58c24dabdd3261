package org.tidings.crypto.boxstream;

/// A nonce that counts up by one, big-endian, and starts over after the last. Confined to its
/// stream.
final class NonceCounter {
  private final byte[] value;

  NonceCounter(byte[] first) {
    this.value = first.clone();
  }

  /// The current nonce. The array is the counter's own and changes with `advance`.
  byte[] current() {
    return value;
  }

  void advance() {
    for (int i = value.length - 1; i >= 0 && ++value[i] == 0; i--) {
      // the carry moves on to the next byte
    }
  }
}
