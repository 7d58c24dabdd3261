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

  private final Owner owner;
  private final FeedId peer;
  private final long before;
  private Seen seen;

  private record Seen(long stored, long received, long sent) {}

  Visit(Owner owner, FeedId peer) {
    this.owner = owner;
    this.peer = peer;
    this.before = owner.feeds().log().count();
    this.seen = new Seen(before, 0, 0);
  }

  /// Waits until nothing has come, been stored or gone out for a while.
  void untilQuiet() throws InterruptedException {
    Patience quiet = Patience.of(QUIET);
    while (!quiet.isOver()) {
      Thread.sleep(LOOK);
      Seen now = look();
      if (!now.equals(seen)) {
        seen = now;
        quiet = Patience.of(QUIET);
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
        .map(progress -> new Seen(stored, progress.received(), progress.sent()))
        .orElse(new Seen(stored, seen.received(), seen.sent()));
  }

  private Optional<Progress.Snapshot> progress(PeerStatus status) {
    return status instanceof PeerStatus.Connected connected && connected.peer().equals(peer)
        ? Optional.of(connected.progress())
        : Optional.empty();
  }
}
