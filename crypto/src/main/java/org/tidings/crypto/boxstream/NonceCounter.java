package org.tidings.crypto.boxstream;

/// The nonces of a stream: they count up by one, big-endian, and start over after the last. Each
/// box takes two. Confined to its stream.
final class NonceCounter {
  private final byte[] current;
  private final byte[] following;

  NonceCounter(byte[] first) {
    this.current = first.clone();
    this.following = first.clone();
    increment(following);
  }

  /// The nonce of the next header. The array is the counter's own and changes as it advances.
  byte[] current() {
    return current;
  }

  /// The nonce of the body behind that header, likewise.
  byte[] following() {
    return following;
  }

  void advanceByBox() {
    increment(current);
    increment(current);
    increment(following);
    increment(following);
  }

  private static void increment(byte[] number) {
    int i = number.length - 1;
    while (i >= 0 && ++number[i] == 0) {
      i--;
    }
  }
}
