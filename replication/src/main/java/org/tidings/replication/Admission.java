package org.tidings.replication;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tidings.feed.graph.SocialGraph;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.peer.PeerSession.Direction;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.Routes;

/// Who of those that call us may come in: nobody we block; guests with a code, and people in our
/// reach; of strangers a few, or none. Thread-safe.
///
/// @param routes whether strangers may come in at all
/// @param here the connections that are up
/// @param asked told of strangers who would come in if any might
record Admission(
    SocialGraph graph,
    Pubs pubs,
    Supplier<Routes> routes,
    Supplier<Collection<LiveSession>> here,
    Consumer<FeedId> asked) {

  /// Fewer than there are places for one network, and than for all: whoever fills them keeps no
  /// friend out, also none behind the same router.
  static final int MOST_STRANGERS = 40;

  /// Why whoever comes with that key is not let in.
  Optional<Failure> objection(FeedId peer) {
    if (graph.hops(peer).isBlocked()) {
      return Optional.of(Failure.BLOCKED);
    }
    Optional<Failure> usedUp = pubs.objection(peer);
    return usedUp.isPresent() || graph.wants(peer) || pubs.isInvited(peer)
        ? usedUp
        : objectionToStranger(peer);
  }

  private Optional<Failure> objectionToStranger(FeedId peer) {
    if (routes.get().onlyInReach()) {
      asked.accept(peer);
      return Optional.of(Failure.OUT_OF_REACH);
    }
    long strangers =
        here.get().stream()
            .map(LiveSession::session)
            .filter(session -> session.direction() == Direction.INCOMING)
            .filter(session -> !graph.wants(session.peer()))
            .count();
    return strangers < MOST_STRANGERS ? Optional.empty() : Optional.of(Failure.TOO_MANY);
  }
}
