package org.tidings.feed.log;

import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;

/// Keeps our feed from forking: publishing is held while a copy, a restored key or a peer that
/// knows more of us make it possible that our feed goes on elsewhere. Thread-safe. Changes are told
/// as `PublishingChanged`.
@SuppressWarnings("DoNotCallSuggester")
public final class PublishingGate {

  public GateState state() {
    throw new UnsupportedOperationException();
  }

  /// A peer's note says how far it holds our own feed (0: nothing). Tell every note, also those
  /// that bring no news: quiet peers are what opens the gate.
  public void peerHolds(FeedId peer, long sequence) {
    throw new UnsupportedOperationException();
  }

  /// Our key was seen in use by another program or device.
  public void keyInUseElsewhere() {
    throw new UnsupportedOperationException();
  }

  /// Call before any own message up to `upto` leaves by socket, export or bundle; returns once that
  /// is on disk. Cheap when it already is.
  public void release(Sequence upto) {
    throw new UnsupportedOperationException();
  }

  /// The person has been shown what was found and decides to go on from here. A forked feed stays
  /// held.
  public void override() {
    throw new UnsupportedOperationException();
  }

  /// Lets time-bound claims lapse and opens when it is time; called every second.
  public void tick() {
    throw new UnsupportedOperationException();
  }
}
