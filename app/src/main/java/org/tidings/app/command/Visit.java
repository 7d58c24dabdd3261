package org.tidings.app.command;

import java.time.Duration;
import java.util.Optional;
import org.tidings.app.owner.Owner;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.PeerStatus;
import org.tidings.replication.peer.Progress;
import org.tidings.replication.transport.Patience;

/// What is exchanged with one peer from now until both sides are quiet. Confined to one thread.
final class Visit {
  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final Duration LOOK = Duration.ofMillis(50);

  /// So long whoever is connected may take to say what they have, and to send what is missing.
  private static final Duration SLOW = Duration.ofSeconds(15);

  private final Owner owner;
  private final FeedId peer;
  private final Duration quiet;
  private final long before;
  private Seen seen;

  /// @param missing what the peer has and has not sent yet
  /// @param begun whether anything can be said of that; so it is where the connection has ended
  private record Seen(long stored, long received, long sent, long missing, boolean begun) {
    boolean isUnderWay() {
      return missing > 0 || !begun;
    }
  }

  Visit(Owner owner, FeedId peer) {
    this(owner, peer, QUIET);
  }

  Visit(Owner owner, FeedId peer, Duration quiet) {
    this.owner = owner;
    this.peer = peer;
    this.quiet = quiet;
    this.before = owner.feeds().log().count();
    this.seen = new Seen(before, 0, 0, 0, false);
  }

  /// Waits until nothing has come, been stored or gone out for a while: a longer one while there is
  /// more to come, as on a slow line.
  void untilQuiet() throws InterruptedException {
    Patience patience = Patience.of(SLOW);
    while (!patience.isOver()) {
      Thread.sleep(LOOK);
      Seen now = look();
      if (!now.equals(seen)) {
        seen = now;
        patience = Patience.of(now.isUnderWay() ? SLOW : quiet);
      }
    }
  }

  /// Messages that are stored now and were not before.
  long received() {
    return seen.stored() - before;
  }

  long sent() {
    return seen.sent();
  }

  /// A connection that has ended leaves its last figures.
  private Seen look() {
    long stored = owner.feeds().log().count();
    return owner.replication().orElseThrow().peers().stream()
        .flatMap(status -> progress(status).stream())
        .findFirst()
        .map(
            progress ->
                new Seen(
                    stored,
                    progress.received(),
                    progress.sent(),
                    progress.missing(),
                    progress.begun()))
        .orElse(new Seen(stored, seen.received(), seen.sent(), 0, true));
  }

  private Optional<Progress.Snapshot> progress(PeerStatus status) {
    return status instanceof PeerStatus.Connected connected && connected.peer().equals(peer)
        ? Optional.of(connected.progress())
        : Optional.empty();
  }
}
