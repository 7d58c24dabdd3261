package org.tidings.replication.transport;

import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/// The sealed words with which we said who we are, lately, to those who should have our own key.
/// Whoever comes to us with the same does not have it: they pass on what we say to ourselves. (Our
/// greeting could be changed on the way so that all the rest still fits; this cannot.)
/// Thread-safe.
final class OwnLetters {
  /// Far more than are sent in the time that a handshake may take.
  private static final int MOST = 64;

  private final SequencedSet<ByteBuffer> lately = new LinkedHashSet<>();

  /// That one is about to be sent.
  synchronized void sends(byte[] letter) {
    lately.add(ByteBuffer.wrap(letter.clone()));
    if (lately.size() > MOST) {
      lately.removeFirst();
    }
  }

  /// Whether that one is ours.
  synchronized boolean hold(byte[] letter) {
    return lately.contains(ByteBuffer.wrap(letter));
  }
}
