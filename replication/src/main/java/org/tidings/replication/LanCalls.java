package org.tidings.replication;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.peer.CandidateState;

/// Whether those who are heard on the local network can be talked to. That they are heard says that
/// UDP gets through; where nobody answers by TCP all the same, and nobody calls either, something
/// is in the way of both. They may only just have left, so that is said after a while.
/// Confined to one thread.
final class LanCalls {
  /// Whoever has left does not answer from then on, and counts as nearby for no longer.
  private static final Duration WHILE = CandidateState.STILL_NEARBY;

  private Optional<Instant> since = Optional.empty();

  /// Takes in how things stand; answers whether nobody can be talked to, and that for a while.
  ///
  /// @param isLeftAlone whom we do not call at all
  /// @param now by a steady clock
  boolean areInVain(
      List<CandidateState> candidates,
      Predicate<FeedId> isConnected,
      Predicate<FeedId> isLeftAlone,
      Instant now) {
    List<CandidateState> nearby =
        candidates.stream()
            .filter(one -> one.announced().isPresent())
            .filter(one -> !isLeftAlone.test(one.address().id()))
            .toList();
    boolean isInVain =
        nearby.stream().noneMatch(one -> isConnected.test(one.address().id()))
            && nearby.stream().anyMatch(one -> one.trouble().isPresent())
            && nearby.stream()
                .flatMap(one -> one.trouble().stream())
                .allMatch(trouble -> trouble.failure().isOfTcp());
    since = isInVain ? since.or(() -> Optional.of(now)) : Optional.empty();
    return since.filter(began -> !now.isBefore(began.plus(WHILE))).isPresent();
  }
}
