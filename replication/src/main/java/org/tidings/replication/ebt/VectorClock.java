package org.tidings.replication.ebt;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import org.tidings.feed.ref.FeedId;

/// How far somebody has each feed. Immutable.
///
/// @param sequences the last message of each feed, 0 for none, [#UNWANTED] for feeds refused
public record VectorClock(Map<FeedId, Long> sequences) {
  /// In place of a sequence: the feed is not wanted.
  public static final long UNWANTED = -1;

  /// Knows nothing.
  public static final VectorClock EMPTY = new VectorClock(Map.of());

  public VectorClock {
    sequences = Collections.unmodifiableMap(sequences);
  }

  /// What is known of that feed.
  public OptionalLong of(FeedId feed) {
    Long sequence = sequences.get(feed);
    return sequence == null ? OptionalLong.empty() : OptionalLong.of(sequence);
  }
}
