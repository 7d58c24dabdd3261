package org.tidings.replication.peer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.tidings.crypto.key.PublicKey;
import org.tidings.replication.peer.PeerSession.Direction;
import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.transport.NetAddress;

/// A scheduler, and the time that it is told. Confined to the test's thread.
final class TimedScheduler {
  private final ConnectionScheduler scheduler;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  TimedScheduler(ConnectionScheduler scheduler) {
    this.scheduler = scheduler;
  }

  /// One that calls whomever it knows.
  static TimedScheduler of(Quotas quotas) {
    return new TimedScheduler(
        new ConnectionScheduler(
            address(50).id(), peer -> false, peer -> false, peer -> true, quotas, new Random(1)));
  }

  /// That of somebody of whom there is one for each number.
  static NetAddress address(int number) {
    byte[] key = new byte[PublicKey.BYTES];
    key[0] = (byte) number;
    return new NetAddress("10.0.0." + number, 8008, PublicKey.of(key));
  }

  List<PeerAction> tell(PeerEvent event) {
    return scheduler.on(event, now);
  }

  /// A connection is up that it has made.
  List<PeerAction> dialled(long link, NetAddress peer) {
    return tell(
        new PeerEvent.Up(link, peer.id(), Direction.OUTGOING, Path.DIRECT, Optional.of(peer)));
  }

  /// A connection is up that somebody else has made.
  List<PeerAction> calledBy(long link, NetAddress peer) {
    return tell(
        new PeerEvent.Up(link, peer.id(), Direction.INCOMING, Path.DIRECT, Optional.empty()));
  }

  /// Lets time pass at once, as while a computer sleeps.
  List<PeerAction> tickAfter(Duration time) {
    now = now.plus(time);
    return tell(new PeerEvent.Tick());
  }

  /// Lets time pass, a quarter of a second at a time.
  List<PeerAction> pass(Duration time) {
    List<PeerAction> actions = new ArrayList<>();
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      actions.addAll(tickAfter(Duration.ofMillis(250)));
    }
    return actions;
  }

  /// How many may be called.
  int candidates() {
    return scheduler.candidates(now).size();
  }
}
