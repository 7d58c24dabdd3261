package org.tidings.replication.peer;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.peer.PeerSession.Direction;
import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.PeerAddress;

/// A connection that is up. Confined to the scheduler.
final class Link {
  private static final Duration AT_THE_SAME_TIME = Duration.ofSeconds(5);

  /// Far more than an answer takes, unless the line is very slow or full.
  private static final Duration SOON = Duration.ofSeconds(3);

  /// Far more than one takes on a very slow line that has been quiet.
  private static final Duration A_WHILE = Duration.ofSeconds(15);

  /// More than an answer takes behind all that may wait to be sent on a slow line.
  private static final Duration NEVER = Duration.ofMinutes(1);

  private final PeerEvent.Up up;
  private final Instant since;
  private Optional<Instant> asked = Optional.empty();
  private Duration patience = SOON;
  private boolean closing;

  Link(PeerEvent.Up up, Instant since) {
    this.up = up;
    this.since = since;
  }

  FeedId peer() {
    return up.peer();
  }

  /// The one that was dialled; empty for incoming connections.
  Optional<PeerAddress> address() {
    return up.address();
  }

  Duration lasted(Instant now) {
    return Duration.between(since, now);
  }

  Instant since() {
    return since;
  }

  boolean isClosing() {
    return closing;
  }

  PeerAction close(Failure why) {
    closing = true;
    return new PeerAction.Close(up.link(), why);
  }

  /// The network may be another one than it was made over: only an answer shows that it still leads
  /// to the peer.
  PeerAction ask(Instant now) {
    asked = asked.or(() -> Optional.of(now));
    patience = SOON;
    return new PeerAction.Ask(up.link());
  }

  /// Nothing came over it though something was due. Most likely the line is only slow.
  PeerAction askPatiently(Instant now) {
    asked = Optional.of(now);
    patience = A_WHILE;
    return new PeerAction.Ask(up.link());
  }

  /// Whether an answer is awaited.
  boolean isAsked() {
    return asked.isPresent();
  }

  void answered() {
    asked = Optional.empty();
  }

  /// Whether an answer is so long in coming that another connection is worth a try.
  boolean isDoubtful(Instant now) {
    return asked.filter(at -> !at.plus(patience).isAfter(now)).isPresent();
  }

  /// Whether no answer is to be expected any more.
  boolean isDead(Instant now) {
    return asked.filter(at -> !at.plus(NEVER).isAfter(now)).isPresent();
  }

  /// Whether that address is worth a second connection, which then stays alone.
  boolean isWorseThan(Candidate candidate, Instant now) {
    boolean isDetour = up.path() == Path.TUNNEL && since.plus(AT_THE_SAME_TIME).isBefore(now);
    return isDoubtful(now) || (isDetour && candidate.path() == Path.LAN);
  }

  /// Which of two connections to one peer is one too many, the other being made before this one.
  ///
  /// @param callsFirst whether we have the smaller key
  Link superfluous(Link older, boolean callsFirst) {
    boolean crossed =
        up.direction() != older.up.direction()
            && since.isBefore(older.since.plus(AT_THE_SAME_TIME));
    Direction kept = callsFirst ? Direction.OUTGOING : Direction.INCOMING;
    return crossed && up.direction() != kept ? this : older;
  }
}
