package org.tidings.replication;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tidings.feed.graph.SocialGraph;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.peer.PeerSession.Direction;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.Network;
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
    BiConsumer<FeedId, Network> asked) {

  /// Fewer than there are places for one network, and than for all: whoever fills them keeps no
  /// friend out, also none behind the same router. Nor any stranger from elsewhere: of the network
  /// that has most of them, one gives way.
  static final int MOST_STRANGERS = 40;

  /// Why whoever comes with that key from there is not let in.
  Optional<Failure> objection(FeedId peer, Network from) {
    if (graph.hops(peer).isBlocked()) {
      return Optional.of(Failure.BLOCKED);
    }
    Optional<Failure> usedUp = pubs.objection(peer);
    return usedUp.isPresent() || graph.wants(peer) || pubs.isInvited(peer)
        ? usedUp
        : objectionToStranger(peer, from);
  }

  private Optional<Failure> objectionToStranger(FeedId peer, Network from) {
    if (routes.get().onlyInReach()) {
      asked.accept(peer, from);
      return Optional.of(Failure.OUT_OF_REACH);
    }
    List<LiveSession> strangers = here.get().stream().filter(this::isStranger).toList();
    return strangers.size() < MOST_STRANGERS || hasGivenWay(strangers, from)
        ? Optional.empty()
        : Optional.of(Failure.TOO_MANY);
  }

  private boolean isStranger(LiveSession live) {
    return live.session().direction() == Direction.INCOMING
        && !graph.wants(live.session().peer())
        && !live.isClosing();
  }

  /// Has the one who came first of the network with most of the places give way, unless the
  /// newcomer's would then have as many.
  private static boolean hasGivenWay(List<LiveSession> strangers, Network newcomer) {
    Map<Network, List<LiveSession>> networks =
        strangers.stream().collect(Collectors.groupingBy(LiveSession::network));
    List<LiveSession> most =
        networks.values().stream().max(Comparator.comparingInt(List::size)).orElseThrow();
    int theirs = networks.getOrDefault(newcomer, List.of()).size();
    if (theirs + 1 >= most.size()) {
      return false;
    }
    most.stream()
        .min(Comparator.comparingLong(LiveSession::number))
        .ifPresent(first -> first.close(Failure.GAVE_WAY));
    return true;
  }
}
