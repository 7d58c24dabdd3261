package org.tidings.replication.peer;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.PeerAddress;

/// One address the scheduler may call, and how that went. Confined to the scheduler.
final class Candidate {
  private static final Backoff LAN = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(1));
  private static final Backoff TUNNEL = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(5));
  private static final Backoff DIRECT = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(30));
  private static final Duration AFTER_REFUSALS = Duration.ofMinutes(30);

  /// A line that breaks at the wrong moment looks like a refusal, but hardly again and again.
  private static final int REFUSALS = 3;

  /// Whoever is heard after so long was not there, or on another network.
  private static final Duration AWAY = Duration.ofSeconds(20);

  private static final Duration UNFORGOTTEN = Duration.ofMinutes(30);

  private final PeerAddress address;
  private Path path;
  private boolean verified;
  private boolean present;
  private int failures;
  private int refusals;
  private Instant tried = Instant.MIN;
  private Instant notBefore;

  /// When it may be called though it would be too early otherwise.
  private Optional<Instant> recalled = Optional.empty();

  private Optional<Instant> heard = Optional.empty();
  private Optional<Instant> dialling = Optional.empty();
  private Optional<Link> inPlaceOf = Optional.empty();
  private Optional<CandidateState.Trouble> trouble = Optional.empty();

  Candidate(PeerAddress address, Path path, Instant notBefore) {
    this.address = address;
    this.path = path;
    this.notBefore = notBefore;
  }

  PeerAddress address() {
    return address;
  }

  Path path() {
    return path;
  }

  int failures() {
    return failures;
  }

  /// When it last was called or connected; long ago for those that never were.
  Instant tried() {
    return tried;
  }

  /// Whether one of its announcements was signed.
  boolean isVerified() {
    return verified;
  }

  boolean isDialling() {
    return dialling.isPresent();
  }

  /// Whether it is being called though no place is free.
  boolean isOnTrial() {
    return inPlaceOf.isPresent();
  }

  /// Whether that connection is to end when the call comes about.
  boolean isInPlaceOf(Link link) {
    return inPlaceOf.filter(link::equals).isPresent();
  }

  boolean isNearby(Instant now) {
    return heard.filter(at -> at.plus(CandidateState.STILL_NEARBY).isAfter(now)).isPresent();
  }

  /// Whether it is its turn.
  boolean isDue(Instant now) {
    return !isDialling() && (!now.isBefore(notBefore) || isRecalled(now)) && canAnswer(now);
  }

  /// Whether it is its turn only because it has come back.
  boolean isRecalled(Instant now) {
    return now.isBefore(notBefore) && recalled.filter(at -> !now.isBefore(at)).isPresent();
  }

  /// Whether it is of no use any more. One that a room names again and again in vain is not
  /// forgotten meanwhile, or it would be new each time.
  boolean isOver(Instant now) {
    return !isDialling()
        && !canAnswer(now)
        && (path == Path.LAN || !now.isBefore(notBefore.plus(UNFORGOTTEN)));
  }

  /// Announced addresses are only good while they are announced, and people in a room while they
  /// are there.
  private boolean canAnswer(Instant now) {
    return switch (path) {
      case LAN -> isNearby(now);
      case TUNNEL -> present;
      case ROOM, DIRECT, ANNOUNCED -> true;
    };
  }

  /// It is in the peer book.
  void known(int pastFailures) {
    failures = Math.max(failures, pastFailures);
  }

  /// A person wants it, whoever spoke of it before.
  void chosen() {
    path = path == Path.ANNOUNCED ? Path.DIRECT : path;
  }

  /// It was announced. One that has been away is worth a call whatever was in vain meanwhile,
  /// unless it is not wanted there.
  ///
  /// @param turn when it is to be called then
  /// @return whether it has come back so
  boolean heard(boolean signed, Instant turn, Instant now) {
    boolean wasAway = heard.filter(at -> at.plus(AWAY).isAfter(now)).isEmpty();
    verified |= signed;
    heard = Optional.of(now);
    boolean comesBack = wasAway && turn.isBefore(notBefore) && refusals < REFUSALS && !wasBlocked();
    if (comesBack) {
      recalled = Optional.of(turn);
    }
    return comesBack;
  }

  /// A room says whether it is there.
  void present(boolean there) {
    present = there;
  }

  /// A room answered there.
  void isRoom() {
    path = Path.ROOM;
  }

  /// It is being called.
  ///
  /// @param insteadOf the connection that is to give way when the call comes about
  void dials(Instant now, Optional<Link> insteadOf) {
    dialling = Optional.of(now);
    inPlaceOf = insteadOf;
    tried = now;
  }

  void failed(Failure failure, Instant now, RandomGenerator random) {
    dialling = Optional.empty();
    inPlaceOf = Optional.empty();
    recalled = Optional.empty();
    tried = now;
    failures++;
    refusals = failure == Failure.REFUSED ? refusals + 1 : 0;
    Duration wait = backoff().after(failures, random);
    boolean isUnwanted = refusals >= REFUSALS || failure == Failure.BLOCKED;
    notBefore = now.plus(isUnwanted && wait.compareTo(AFTER_REFUSALS) < 0 ? AFTER_REFUSALS : wait);
    trouble = Optional.of(new CandidateState.Trouble(failure, now, Optional.of(notBefore)));
  }

  /// The call came about; answers in whose place, if no other was free.
  Optional<Link> connected() {
    Optional<Link> gaveWay = inPlaceOf;
    dialling = Optional.empty();
    inPlaceOf = Optional.empty();
    recalled = Optional.empty();
    trouble = Optional.empty();
    refusals = 0;
    return gaveWay;
  }

  /// Its connection has ended because it was another's turn.
  void gaveWay(Instant now) {
    failures = 0;
    tried = now;
  }

  /// Its connection lasted, or brought something, which makes up for calls that failed.
  void wasWorthwhile() {
    failures = 0;
  }

  /// Whether it is not called only because we blocked whose it is when it was last heard from.
  boolean wasBlocked() {
    return trouble.filter(last -> last.failure() == Failure.BLOCKED).isPresent();
  }

  /// A new network, or no block any more: a new chance.
  void tryAgain(Instant at) {
    if (at.isBefore(notBefore)) {
      notBefore = at;
    }
  }

  /// That somebody who has left does not answer is no trouble.
  CandidateState state(Instant now) {
    return new CandidateState(
        address, path, announcement(now), dialling, trouble.filter(any -> canAnswer(now)));
  }

  private Backoff backoff() {
    return switch (path) {
      case LAN -> LAN;
      case TUNNEL -> TUNNEL;
      case ROOM, DIRECT, ANNOUNCED -> DIRECT;
    };
  }

  private Optional<CandidateState.Announcement> announcement(Instant now) {
    return isNearby(now)
        ? heard.map(at -> new CandidateState.Announcement(at, verified))
        : Optional.empty();
  }
}
