package org.tidings.feed.activity;

import org.tidings.feed.ref.Ref;

/// The first six bytes of an id as a number: what links are kept by. Two ids may share it, so
/// whatever was found by it is compared with the whole id.
final class ShortId {

  private static final int BYTES = 6;

  private ShortId() {}

  static long of(Ref ref) {
    byte[] bytes = ref.bytes();
    long number = 0;
    for (int i = 0; i < BYTES; i++) {
      number = number << 8 | Byte.toUnsignedLong(bytes[i]);
    }
    return number;
  }
}
