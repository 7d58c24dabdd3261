package org.tidings.replication.peer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.transport.TunnelAddress;

/// Whom to call now. Each way of reaching peers has a number of places of its own. Whom we follow
/// comes first, then whoever has waited longest. Where all places are taken one more is called, and
/// when that comes about the connection that has had its time gives way: so nothing is lost for
/// somebody who does not answer, and whoever comes late has a turn, however many others are always
/// there. Confined to the scheduler.
final class CallList {
  private static final Duration BETWEEN_FORGEABLE = Duration.ofSeconds(1);
  private static final Duration TIME_AGAINST_FRIENDS = Duration.ofMinutes(1);
  private static final Duration TIME = Duration.ofMinutes(10);
  private static final Duration TIME_OF_FRIENDS_AGAINST_STRANGERS = Duration.ofHours(1);

  /// Of those whom one room names so many are being called at a time: it may name people who are
  /// not there, and each such call takes a place for as long as it waits in vain.
  private static final int MOST_CALLS_THROUGH_A_ROOM = 5;

  private final Candidates candidates;
  private final Links links;
  private final Predicate<Candidate> mayBeCalled;
  private final Quotas quotas;
  private Instant nextForgeable = Instant.MIN;

  CallList(Candidates candidates, Links links, Predicate<Candidate> mayBeCalled, Quotas quotas) {
    this.candidates = candidates;
    this.links = links;
    this.mayBeCalled = mayBeCalled;
    this.quotas = quotas;
  }

  /// Those whose turn it is; they count as being called from now on.
  List<PeerAction> next(Instant now) {
    return Stream.of(Path.values())
        .filter(path -> quotas.of(path) > 0)
        .flatMap(path -> next(path, now).stream())
        .toList();
  }

  private List<PeerAction> next(Path path, Instant now) {
    List<Candidate> waiting = waiting(path, now);
    if (waiting.isEmpty()) {
      return List.of();
    }
    List<PeerAction> calls = new ArrayList<>();
    List<Held> held = held(path);
    long free = quotas.of(path) - inUse(path, now);
    for (Candidate candidate : waiting) {
      Optional<Link> gives = free > 0 ? Optional.empty() : givesWay(held, candidate, now);
      if ((free > 0 || gives.isPresent()) && mayCall(candidate, now) && isRoomFree(candidate)) {
        free--;
        candidate.dials(now, gives);
        nextForgeable =
            candidates.isForgeable(candidate, now) ? now.plus(BETWEEN_FORGEABLE) : nextForgeable;
        calls.add(new PeerAction.Dial(candidate.address(), path));
      }
    }
    return calls;
  }

  private List<Candidate> waiting(Path path, Instant now) {
    return candidates.all().stream()
        .filter(one -> one.path() == path && one.isDue(now))
        .filter(one -> isCallable(one, now) && mayCall(one, now))
        .sorted(
            Comparator.comparing(candidates::isStranger)
                .thenComparing(Candidate::tried)
                .thenComparingInt(Candidate::failures))
        .toList();
  }

  private boolean isCallable(Candidate candidate, Instant now) {
    return mayBeCalled.test(candidate)
        && links.to(candidate.address().id()).allMatch(link -> link.isWorseThan(candidate, now));
  }

  /// Anybody on a network can announce any number of addresses, in the name of others too, and now
  /// and then: of those one is called each second.
  private boolean mayCall(Candidate candidate, Instant now) {
    return !candidates.isDialling(candidate.address().id())
        && (!now.isBefore(nextForgeable) || !candidates.isForgeable(candidate, now));
  }

  private boolean isRoomFree(Candidate candidate) {
    return !(candidate.address() instanceof TunnelAddress tunnel)
        || candidates.diallingThrough(tunnel.portal()) < MOST_CALLS_THROUGH_A_ROOM;
  }

  private long inUse(Path path, Instant now) {
    return candidates.all().stream()
        .filter(one -> one.path() == path && !one.isOnTrial())
        .filter(one -> one.isDialling() || isConnected(one, now))
        .count();
  }

  private boolean isConnected(Candidate candidate, Instant now) {
    return links.by(candidate.address()).filter(link -> !link.isDoubtful(now)).isPresent();
  }

  /// A connection that we made, and by which candidate.
  private record Held(Candidate candidate, Link link) {}

  private List<Held> held(Path path) {
    return candidates.all().stream()
        .filter(one -> one.path() == path)
        .flatMap(one -> links.by(one.address()).stream().map(link -> new Held(one, link)))
        .filter(one -> !one.link().isClosing())
        .toList();
  }

  /// The connection in whose place that one may be called. One friend and one stranger at a time
  /// are tried so.
  private Optional<Link> givesWay(List<Held> held, Candidate newcomer, Instant now) {
    boolean isStranger = candidates.isStranger(newcomer);
    boolean isBusy =
        candidates.all().stream()
            .filter(one -> one.isOnTrial() && one.path() == newcomer.path())
            .anyMatch(one -> candidates.isStranger(one) == isStranger);
    return isBusy
        ? Optional.empty()
        : held.stream()
            .filter(one -> hasHadItsTime(one, isStranger, now))
            .min(Comparator.comparing(this::isFriend).thenComparing(one -> one.link().since()))
            .map(Held::link);
  }

  private boolean hasHadItsTime(Held held, boolean strangerWaits, Instant now) {
    Duration time = TIME;
    if (isFriend(held) == strangerWaits) {
      time = strangerWaits ? TIME_OF_FRIENDS_AGAINST_STRANGERS : TIME_AGAINST_FRIENDS;
    }
    return held.link().lasted(now).compareTo(time) >= 0
        && candidates.all().stream().noneMatch(one -> one.isInPlaceOf(held.link()));
  }

  private boolean isFriend(Held held) {
    return !candidates.isStranger(held.candidate());
  }
}
