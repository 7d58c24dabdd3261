package org.tidings.feed.local;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;

/// Where copies of one message of ours are, as far as is known. A value.
///
/// @param holders peers that said they have it
/// @param sentTo peers it was sent to that have not said so yet
/// @param lastLeft when it was last sent to anybody whom it reached; empty where that is not known
public record Delivery(
    Sequence sequence, Set<FeedId> holders, Set<FeedId> sentTo, Optional<Instant> lastLeft) {
  public Delivery {
    holders = Set.copyOf(holders);
    sentTo = Set.copyOf(sentTo);
  }
}
