package org.tidings.feed.local;

import java.util.List;
import java.util.Map;
import org.tidings.feed.ref.FeedId;

/// What is remembered about peers over restarts: their addresses and the last clock each has told.
/// Thread-safe.
@SuppressWarnings("DoNotCallSuggester")
public final class PeerMemory {

  public List<PeerRecord> peers() {
    throw new UnsupportedOperationException();
  }

  /// Saves or replaces the record with this address.
  public void save(PeerRecord peer) {
    throw new UnsupportedOperationException();
  }

  public void forget(String address) {
    throw new UnsupportedOperationException();
  }

  /// The note values the peer last told, as they were on the wire (-1: not wanted).
  public Map<FeedId, Long> clockOf(FeedId peer) {
    throw new UnsupportedOperationException();
  }

  /// Replaces the peer's clock.
  public void saveClock(FeedId peer, Map<FeedId, Long> clock) {
    throw new UnsupportedOperationException();
  }
}
