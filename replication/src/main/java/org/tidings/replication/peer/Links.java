package org.tidings.replication.peer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.PeerAddress;

/// The connections that are up. One to a peer is enough: of two made at the same time, one by each
/// side, both sides keep the one the smaller key dialled; otherwise the newer stays, the older
/// being dead more often than not. Confined to the scheduler.
final class Links {
  private final Predicate<FeedId> callsFirst;
  private final Map<Long, Link> all = new LinkedHashMap<>();

  /// @param callsFirst whether our key is smaller than that one
  Links(Predicate<FeedId> callsFirst) {
    this.callsFirst = callsFirst;
  }

  Stream<Link> all() {
    return all.values().stream();
  }

  Stream<Link> to(FeedId peer) {
    return all().filter(link -> link.peer().equals(peer));
  }

  /// The one that was made by calling there.
  Optional<Link> by(PeerAddress address) {
    return all().filter(link -> link.address().filter(address::equals).isPresent()).findFirst();
  }

  /// Takes one in; answers which are closed for it, itself perhaps.
  List<PeerAction> add(long number, Link link) {
    List<PeerAction> closed = new ArrayList<>();
    List<Link> others = to(link.peer()).toList();
    all.put(number, link);
    Link kept = link;
    for (Link other : others) {
      Link superfluous = kept.superfluous(other, callsFirst.test(link.peer()));
      kept = superfluous == kept ? other : kept;
      closed.add(superfluous.close(Failure.DUPLICATE));
    }
    return closed;
  }

  Optional<Link> remove(long number) {
    return Optional.ofNullable(all.remove(number));
  }

  /// Has that one show that it still leads to its peer, unless it has to already.
  List<PeerAction> doubt(long number, Instant now) {
    return Optional.ofNullable(all.get(number)).stream()
        .filter(link -> !link.isClosing() && !link.isAsked())
        .map(link -> link.askPatiently(now))
        .toList();
  }

  boolean isDoubtful(long number, Instant now) {
    return Optional.ofNullable(all.get(number)).filter(link -> link.isDoubtful(now)).isPresent();
  }

  void answered(long number) {
    Optional.ofNullable(all.get(number)).ifPresent(Link::answered);
  }

  /// Has all of them show that they still lead to their peers.
  List<PeerAction> ask(Instant now) {
    return all().filter(link -> !link.isClosing()).map(link -> link.ask(now)).toList();
  }

  /// Closes those of which that holds.
  List<PeerAction> close(Predicate<Link> which, Failure why) {
    return all()
        .filter(link -> !link.isClosing() && which.test(link))
        .map(link -> link.close(why))
        .toList();
  }
}
