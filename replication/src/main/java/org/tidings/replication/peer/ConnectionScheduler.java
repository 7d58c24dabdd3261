package org.tidings.replication.peer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.PeerAddress;
import org.tidings.replication.transport.TunnelAddress;

/// Decides whom to call, when, and which connections to close. Pure: events and the time go in,
/// actions come out; nothing is dialled or closed here. Confined to whoever feeds it.
///
/// - Peers on the local network are called as soon as they are heard. Of two that hear each other
///   the one with the smaller key calls at once, the other a little later. Whoever was away for a
///   while does not wait for the end of a back-off.
/// - People of our reach who are in one of our rooms are called through it while they are there;
///   here, too, the smaller key calls at once and the other a little later. Whoever turns up on the
///   local network as well is called there, and the way through the room given up.
/// - Rooms, other known addresses, and those that only others speak of, fill a small number of
/// links   each, with back-off; who comes when is up to the [CallList].
/// - One connection to a peer is enough; which of two stays is up to [Links].
/// - After a change of network, or sleep, everybody is tried again. A connection that was up may be
///   dead without anybody having noticed: the peer is asked whether it still answers. Where no
/// answer   comes soon the connection keeps nobody from calling anew, and where none comes at all
/// it is   closed. So one that is good outlasts the change.
/// - The same where nothing comes over a connection though something is due, but for more time
///   before another call: on a slow line much may be under way.
/// - Whom we block is not called, and a connection to it is closed. Where strangers are not
///   welcome nobody is called whom only an announcement, or what others say, puts forward.
public final class ConnectionScheduler {
  private static final Duration COURTESY = Duration.ofMillis(1_500);
  private static final Duration ASLEEP = Duration.ofMinutes(1);

  /// A connection that lasts as long is worth being made again, whatever came over it: longer than
  /// a peer takes that hangs up for want of work, and less than a bad line may last.
  private static final Duration WORTH_KEEPING = Duration.ofSeconds(20);

  private final FeedId self;
  private final Predicate<FeedId> isBlocked;
  private final RandomGenerator random;
  private final Candidates candidates;
  private final Links links;
  private final CallList callList;
  private Instant ticked = Instant.MAX;

  /// @param isMetUnasked whether somebody is called whom no person here has chosen
  public ConnectionScheduler(
      FeedId self,
      Predicate<FeedId> isBlocked,
      Predicate<FeedId> isFollowed,
      Predicate<FeedId> isMetUnasked,
      Quotas quotas,
      RandomGenerator random) {
    this.self = self;
    this.isBlocked = isBlocked;
    this.random = random;
    this.candidates = new Candidates(isFollowed);
    this.links = new Links(this::callsFirst);
    this.callList =
        new CallList(
            candidates,
            links,
            one ->
                !isBlocked.test(one.address().id())
                    && (!one.path().isUnasked() || isMetUnasked.test(one.address().id())),
            quotas);
  }

  /// Takes an event in; answers what is to be done about it.
  public List<PeerAction> on(PeerEvent event, Instant now) {
    List<PeerAction> actions = new ArrayList<>();
    switch (event) {
      case PeerEvent.Known known -> known(known, now);
      case PeerEvent.Heard heard -> {
        if (!heard(heard, now)) {
          return List.of();
        }
      }
      case PeerEvent.RoomFound(PeerAddress address) ->
          candidates.find(address).ifPresent(Candidate::isRoom);
      case PeerEvent.Present(Set<TunnelAddress> people) -> present(people, now);
      case PeerEvent.Asked asked -> asked(asked, now);
      case PeerEvent.Forgotten(PeerAddress address) -> candidates.remove(address);
      case PeerEvent.Failed failed -> failed(failed, now);
      case PeerEvent.Up up -> actions.addAll(up(up, now));
      case PeerEvent.Overdue(long link) -> actions.addAll(links.doubt(link, now));
      case PeerEvent.Answered(long link) -> links.answered(link);
      case PeerEvent.Down down -> down(down, now);
      case PeerEvent.BlocksChanged changed -> {
        actions.addAll(links.close(link -> isBlocked.test(link.peer()), Failure.BLOCKED));
        callUnblocked(now);
      }
      case PeerEvent.NetworkChanged changed -> actions.addAll(beginAnew(now));
      case PeerEvent.Tick tick -> actions.addAll(tick(now));
    }
    actions.addAll(callList.next(now));
    return actions;
  }

  /// How things stand with every address.
  public List<CandidateState> candidates(Instant now) {
    return candidates.all().stream().map(candidate -> candidate.state(now)).toList();
  }

  /// Whether a sign of the peer is so long overdue on that connection that it is as good as none.
  public boolean isDoubtful(long link, Instant now) {
    return links.isDoubtful(link, now);
  }

  private void known(PeerEvent.Known known, Instant now) {
    if (!known.address().id().equals(self)) {
      candidates.at(known.address(), known.path(), now).known(known.failures());
    }
  }

  /// Returns whether that is news: it mostly is the same again.
  private boolean heard(PeerEvent.Heard heard, Instant now) {
    FeedId peer = heard.address().id();
    Optional<Candidate> known = candidates.find(heard.address());
    boolean isNews = known.isEmpty() || (heard.verified() && !known.get().isVerified());
    if (peer.equals(self) || (known.isEmpty() && !candidates.hasPlace(heard))) {
      return false;
    }
    Instant turn = turn(peer, now);
    Candidate candidate = candidates.at(heard.address(), Path.LAN, turn);
    return candidate.heard(heard.verified(), turn, now) || isNews;
  }

  private void present(Set<TunnelAddress> people, Instant now) {
    candidates.all().stream()
        .filter(candidate -> candidate.path() == Path.TUNNEL)
        .forEach(candidate -> candidate.present(people.contains(candidate.address())));
    people.forEach(one -> candidates.at(one, Path.TUNNEL, turn(one.id(), now)).present(true));
  }

  private Instant turn(FeedId peer, Instant now) {
    return callsFirst(peer) ? now : now.plus(COURTESY);
  }

  private void asked(PeerEvent.Asked asked, Instant now) {
    Candidate candidate = candidates.at(asked.address(), Path.of(asked.address()), now);
    candidate.chosen();
    candidate.dials(now, Optional.empty());
  }

  /// An address that was forgotten while it was being called stays forgotten.
  private void failed(PeerEvent.Failed failed, Instant now) {
    if (failed.failure() == Failure.OWN_KEY) {
      candidates.remove(failed.address());
    } else {
      candidates
          .find(failed.address())
          .ifPresent(candidate -> candidate.failed(failed.failure(), now, random));
    }
  }

  private List<PeerAction> up(PeerEvent.Up up, Instant now) {
    Link link = new Link(up, now);
    Optional<Link> gaveWay =
        link.address()
            .map(address -> candidates.at(address, Path.of(address), now))
            .flatMap(Candidate::connected);
    if (isBlocked.test(link.peer())) {
      return List.of(link.close(Failure.BLOCKED));
    }
    List<PeerAction> actions = new ArrayList<>(links.add(up.link(), link));
    if (!link.isClosing()) {
      actions.addAll(
          links.close(other -> gaveWay.filter(other::equals).isPresent(), Failure.GAVE_WAY));
    }
    return actions;
  }

  private void down(PeerEvent.Down down, Instant now) {
    links
        .remove(down.link())
        .ifPresent(
            link ->
                link.address()
                    .flatMap(candidates::find)
                    .ifPresent(candidate -> ended(candidate, link, down, now)));
  }

  private void ended(Candidate candidate, Link link, PeerEvent.Down down, Instant now) {
    switch (down.failure()) {
      case DUPLICATE -> {
        // There is another.
      }
      case GAVE_WAY -> candidate.gaveWay(now);
      default -> {
        if (down.brought() || link.lasted(now).compareTo(WORTH_KEEPING) >= 0) {
          candidate.wasWorthwhile();
        }
        candidate.failed(down.failure(), now, random);
      }
    }
  }

  /// A long time without a tick means that the machine slept.
  private List<PeerAction> tick(Instant now) {
    List<PeerAction> actions =
        new ArrayList<>(links.close(link -> link.isDead(now), Failure.SILENT));
    if (ticked.isBefore(now.minus(ASLEEP))) {
      actions.addAll(beginAnew(now));
    }
    ticked = now;
    candidates.removeIf(
        candidate ->
            candidate.isOver(now) && links.to(candidate.address().id()).findAny().isEmpty());
    return actions;
  }

  private void callUnblocked(Instant now) {
    for (Candidate candidate : candidates.all()) {
      FeedId peer = candidate.address().id();
      if (candidate.wasBlocked() && !isBlocked.test(peer)) {
        candidate.tryAgain(turn(peer, now));
      }
    }
  }

  private List<PeerAction> beginAnew(Instant now) {
    candidates.all().forEach(one -> one.tryAgain(now.plusMillis(random.nextInt(2_000))));
    return links.ask(now);
  }

  /// Both sides must come to the same answer: the smaller key calls first.
  private boolean callsFirst(FeedId peer) {
    return Arrays.compareUnsigned(self.bytes(), peer.bytes()) < 0;
  }
}
