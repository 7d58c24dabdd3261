package org.tidings.crypto.engine;

/// Refuses arrays of a wrong length before C or Bouncy Castle sees them.
final class Lengths {
  private Lengths() {}

  static void demand(String what, byte[] bytes, int length) {
    if (bytes.length != length) {
      throw new IllegalArgumentException(
          "a " + what + " has " + length + " bytes, not " + bytes.length);
    }
  }
}
