package org.tidings.feed.log;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.tidings.feed.ref.FeedId;

/// Whose numbers about our own feed are believed still: those of a peer we know until three of its
/// claims came to nothing, and of all strangers together, who cost nothing to make, three claims an
/// hour. Not thread-safe: guarded by the lock of the gate.
final class Credit {

  private static final int CLAIMS = 3;
  private static final Duration OF_STRANGERS = Duration.ofHours(1);

  /// How many peers are remembered; the eldest makes room.
  private static final int REMEMBERED = 1_000;

  private final SequencedMap<FeedId, Integer> empty = new LinkedHashMap<>();
  private final Deque<Instant> ofStrangers = new ArrayDeque<>();

  /// Whether a claim that begins now is believed.
  boolean covers(FeedId peer, boolean known, Instant now) {
    return known ? empty.getOrDefault(peer, 0) < CLAIMS : coversStranger(now);
  }

  private boolean coversStranger(Instant now) {
    ofStrangers.removeIf(at -> !at.plus(OF_STRANGERS).isAfter(now));
    if (ofStrangers.size() >= CLAIMS) {
      return false;
    }
    ofStrangers.add(now);
    return true;
  }

  /// A claim came to nothing.
  void disappointed(FeedId peer) {
    empty.merge(peer, 1, Integer::sum);
    if (empty.size() > REMEMBERED) {
      empty.pollFirstEntry();
    }
  }
}
