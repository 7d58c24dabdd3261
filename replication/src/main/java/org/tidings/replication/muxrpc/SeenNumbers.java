package org.tidings.replication.muxrpc;

import java.util.BitSet;

/// Which request numbers a peer has used: exactly for the newest thousand; all below count as used.
/// Calls made at the same time may arrive in any order, and what is left of a call that has ended
/// must not begin a new one. Not thread-safe. Protocol 5.3.
final class SeenNumbers {
  private static final int EXACT = 1_024;

  private final BitSet seen = new BitSet(EXACT);
  private int newest;

  /// Whether that number is new; from now on it is not.
  boolean add(int number) {
    if (number > newest) {
      moveTo(number);
    }
    boolean isNew = number > newest - EXACT && !seen.get(number % EXACT);
    if (isNew) {
      seen.set(number % EXACT);
    }
    return isNew;
  }

  private void moveTo(int number) {
    int passed = Math.min(number - newest, EXACT);
    for (int i = 0; i < passed; i++) {
      seen.clear((number - i) % EXACT);
    }
    newest = number;
  }
}
