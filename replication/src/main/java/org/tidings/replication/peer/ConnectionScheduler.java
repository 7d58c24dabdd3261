package org.tidings.replication.peer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.peer.PeerSession.Direction;
import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.PeerAddress;
import org.tidings.replication.transport.TunnelAddress;

/// Decides whom to call, when, and which connections to close. Pure: events and the time go in,
/// actions come out; nothing is dialled or closed here. Confined to whoever feeds it.
///
/// - Peers on the local network are called as soon as they are heard. Of two that hear each other
///   the one with the smaller key calls at once, the other a little later. Announcements can be
///   forged: strangers share a number of places, and whom we follow has places apart from them,
///   those of signed announcements apart from the others.
/// - People of our reach who are in one of our rooms are called through it while they are there;
///   here, too, the smaller key calls at once and the other a little later. Whoever turns up on the
///   local network as well is called there, and the way through the room given up.
/// - Rooms and other known addresses fill a small number of links each, the best first, with
///   back-off.
/// - One connection to a peer is enough. Of two made at the same time, one by each side, both sides
///   keep the one the smaller key dialled; otherwise the newer stays, the older being dead more
///   often than not.
/// - Whom we block is not called, and a connection to it is closed.
public final class ConnectionScheduler {
  private static final Duration AT_THE_SAME_TIME = Duration.ofSeconds(5);
  private static final Duration COURTESY = Duration.ofMillis(1_500);
  private static final Duration ASLEEP = Duration.ofMinutes(1);
  private static final Duration BETWEEN_STRANGERS = Duration.ofSeconds(1);
  private static final int MOST_STRANGERS_NEARBY = 200;
  private static final int MOST_PLACES_OF_A_FRIEND = 8;

  private final FeedId self;
  private final Predicate<FeedId> isBlocked;
  private final Predicate<FeedId> isFollowed;
  private final Quotas quotas;
  private final RandomGenerator random;
  private final Map<PeerAddress, Candidate> candidates = new LinkedHashMap<>();
  private final Map<Long, Link> links = new LinkedHashMap<>();
  private Instant ticked = Instant.MAX;
  private Instant nextStranger = Instant.MIN;

  public ConnectionScheduler(
      FeedId self,
      Predicate<FeedId> isBlocked,
      Predicate<FeedId> isFollowed,
      Quotas quotas,
      RandomGenerator random) {
    this.self = self;
    this.isBlocked = isBlocked;
    this.isFollowed = isFollowed;
    this.quotas = quotas;
    this.random = random;
  }

  /// A connection that is up.
  private record Link(
      long number,
      FeedId peer,
      Direction direction,
      Path path,
      Optional<PeerAddress> address,
      Instant since) {

    /// Whether the local network is worth a second connection, which then stays alone.
    private boolean isDetour(Instant now) {
      return path == Path.TUNNEL && since.plus(AT_THE_SAME_TIME).isBefore(now);
    }
  }

  /// Takes an event in; answers what is to be done about it.
  public List<PeerAction> on(PeerEvent event, Instant now) {
    List<PeerAction> actions = new ArrayList<>();
    switch (event) {
      case PeerEvent.Known known -> known(known, now);
      case PeerEvent.Heard heard -> heard(heard, now);
      case PeerEvent.RoomFound(PeerAddress address) -> known(address).ifPresent(Candidate::isRoom);
      case PeerEvent.Present(Set<TunnelAddress> people) -> present(people, now);
      case PeerEvent.Asked asked -> candidate(asked.address(), now).dials(now);
      case PeerEvent.Forgotten(PeerAddress address) -> candidates.remove(address);
      case PeerEvent.Failed failed -> failed(failed, now);
      case PeerEvent.Up up -> actions.addAll(up(up, now));
      case PeerEvent.Down down -> down(down, now);
      case PeerEvent.BlocksChanged changed -> actions.addAll(closeBlocked());
      case PeerEvent.NetworkChanged changed -> tryAllAgain(now);
      case PeerEvent.Tick tick -> tick(now);
    }
    actions.addAll(calls(now));
    return actions;
  }

  /// How things stand with every address.
  public List<CandidateState> candidates(Instant now) {
    return candidates.values().stream().map(candidate -> candidate.state(now)).toList();
  }

  private void known(PeerEvent.Known known, Instant now) {
    if (!known.address().id().equals(self)) {
      candidate(known.address(), known.path(), now).known(known.failures());
    }
  }

  private void heard(PeerEvent.Heard heard, Instant now) {
    FeedId peer = heard.address().id();
    if (peer.equals(self) || !(candidates.containsKey(heard.address()) || hasPlace(heard))) {
      return;
    }
    candidate(heard.address(), Path.LAN, turn(peer, now)).heard(heard.verified(), now);
  }

  private void present(Set<TunnelAddress> people, Instant now) {
    candidates.values().stream()
        .filter(candidate -> candidate.path() == Path.TUNNEL)
        .forEach(candidate -> candidate.present(people.contains(candidate.address())));
    people.forEach(one -> candidate(one, Path.TUNNEL, turn(one.id(), now)).present(true));
  }

  private Instant turn(FeedId peer, Instant now) {
    return callsFirst(peer) ? now : now.plus(COURTESY);
  }

  private boolean hasPlace(PeerEvent.Heard heard) {
    FeedId peer = heard.address().id();
    if (isFollowed.test(peer)) {
      long taken =
          nearby(one -> one.address().id().equals(peer) && one.isVerified() == heard.verified());
      return taken < MOST_PLACES_OF_A_FRIEND;
    }
    return nearby(one -> !isFollowed.test(one.address().id())) < MOST_STRANGERS_NEARBY;
  }

  private long nearby(Predicate<Candidate> which) {
    return candidates.values().stream()
        .filter(one -> one.path() == Path.LAN && which.test(one))
        .count();
  }

  /// An address that was forgotten while it was being called stays forgotten.
  private void failed(PeerEvent.Failed failed, Instant now) {
    if (failed.failure() == Failure.OWN_KEY) {
      candidates.remove(failed.address());
    } else {
      known(failed.address())
          .ifPresent(candidate -> candidate.failed(failed.failure(), now, random));
    }
  }

  private List<PeerAction> up(PeerEvent.Up up, Instant now) {
    Link link = new Link(up.link(), up.peer(), up.direction(), up.path(), up.address(), now);
    link.address().ifPresent(address -> candidate(address, now).connected());
    if (isBlocked.test(link.peer())) {
      return List.of(new PeerAction.Close(link.number(), Failure.BLOCKED));
    }
    List<PeerAction> actions = new ArrayList<>();
    List<Link> others = links.values().stream().filter(o -> o.peer().equals(up.peer())).toList();
    links.put(link.number(), link);
    Link kept = link;
    for (Link other : others) {
      Link superfluous = superfluous(kept, other);
      kept = superfluous.number() == kept.number() ? other : kept;
      actions.add(new PeerAction.Close(superfluous.number(), Failure.DUPLICATE));
    }
    return actions;
  }

  private Link superfluous(Link newer, Link older) {
    boolean crossed =
        newer.direction() != older.direction()
            && newer.since().isBefore(older.since().plus(AT_THE_SAME_TIME));
    if (!crossed) {
      return older;
    }
    Direction kept = callsFirst(newer.peer()) ? Direction.OUTGOING : Direction.INCOMING;
    return newer.direction() == kept ? older : newer;
  }

  private void down(PeerEvent.Down down, Instant now) {
    Link link = links.remove(down.link());
    if (link == null || down.failure() == Failure.DUPLICATE) {
      return;
    }
    Duration lasted = Duration.between(link.since(), now);
    link.address()
        .flatMap(this::known)
        .ifPresent(candidate -> candidate.disconnected(down.failure(), lasted, now, random));
  }

  private List<PeerAction> closeBlocked() {
    return links.values().stream()
        .filter(link -> isBlocked.test(link.peer()))
        .<PeerAction>map(link -> new PeerAction.Close(link.number(), Failure.BLOCKED))
        .toList();
  }

  /// A long time without a tick means that the machine slept.
  private void tick(Instant now) {
    if (ticked.isBefore(now.minus(ASLEEP))) {
      tryAllAgain(now);
    }
    ticked = now;
    candidates
        .values()
        .removeIf(candidate -> candidate.isOver(now) && !isLinked(candidate.address().id()));
  }

  private void tryAllAgain(Instant now) {
    candidates.values().forEach(one -> one.tryAgain(now.plusMillis(random.nextInt(2_000))));
  }

  private List<PeerAction> calls(Instant now) {
    List<PeerAction> calls = new ArrayList<>();
    Map<Path, Long> inUse = new EnumMap<>(Path.class);
    List<Candidate> due =
        candidates.values().stream()
            .filter(candidate -> candidate.isDue(now) && isItsTurn(candidate, now))
            .filter(candidate -> isCallable(candidate, now))
            .sorted(
                Comparator.comparing(Candidate::path)
                    .thenComparing(this::isStranger)
                    .thenComparingInt(Candidate::failures))
            .toList();
    for (Candidate candidate : due) {
      long links = inUse.computeIfAbsent(candidate.path(), this::inUse);
      if (links < quotas.of(candidate.path())
          && isItsTurn(candidate, now)
          && !isDialling(candidate.address().id())) {
        inUse.put(candidate.path(), links + 1);
        nextStranger = isStrangerNearby(candidate) ? now.plus(BETWEEN_STRANGERS) : nextStranger;
        candidate.dials(now);
        calls.add(new PeerAction.Dial(candidate.address(), candidate.path()));
      }
    }
    return calls;
  }

  /// Anybody can announce any number of strangers nearby: of them one is called each second.
  private boolean isItsTurn(Candidate candidate, Instant now) {
    return !now.isBefore(nextStranger) || !isStrangerNearby(candidate);
  }

  private boolean isStrangerNearby(Candidate candidate) {
    return candidate.path() == Path.LAN && isStranger(candidate);
  }

  /// Of those whose number is in others' hands, we begin with whom we follow.
  private boolean isStranger(Candidate candidate) {
    return (candidate.path() == Path.LAN || candidate.path() == Path.TUNNEL)
        && !isFollowed.test(candidate.address().id());
  }

  private boolean isCallable(Candidate candidate, Instant now) {
    FeedId peer = candidate.address().id();
    boolean isNearby = candidate.path() == Path.LAN;
    return !isBlocked.test(peer)
        && links.values().stream()
            .filter(link -> link.peer().equals(peer))
            .allMatch(link -> isNearby && link.isDetour(now));
  }

  private boolean isLinked(FeedId peer) {
    return links.values().stream().anyMatch(link -> link.peer().equals(peer));
  }

  private boolean isDialling(FeedId peer) {
    return candidates.values().stream()
        .anyMatch(other -> other.isDialling() && other.address().id().equals(peer));
  }

  private long inUse(Path path) {
    return candidates.values().stream()
        .filter(candidate -> candidate.path() == path)
        .filter(candidate -> candidate.isDialling() || isCalled(candidate.address()))
        .count();
  }

  private boolean isCalled(PeerAddress address) {
    return links.values().stream()
        .anyMatch(link -> link.address().filter(address::equals).isPresent());
  }

  private Optional<Candidate> known(PeerAddress address) {
    return Optional.ofNullable(candidates.get(address));
  }

  private Candidate candidate(PeerAddress address, Instant notBefore) {
    return candidate(address, Path.of(address), notBefore);
  }

  private Candidate candidate(PeerAddress address, Path path, Instant notBefore) {
    return candidates.computeIfAbsent(address, unknown -> new Candidate(unknown, path, notBefore));
  }

  /// Both sides must come to the same answer: the smaller key calls first.
  private boolean callsFirst(FeedId peer) {
    return Arrays.compareUnsigned(self.bytes(), peer.bytes()) < 0;
  }
}
