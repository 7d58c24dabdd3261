package org.tidings.replication.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.key.PublicKey;
import org.tidings.replication.peer.PeerSession.Direction;
import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.NetAddress;

/// The scheduler, told that something is due over a connection and does not come, on a network that
/// stays the same.
class OverdueTest {
  private static final NetAddress ANN = address(60);

  private final ConnectionScheduler scheduler =
      new ConnectionScheduler(
          address(50).id(),
          peer -> false,
          peer -> false,
          peer -> true,
          new Quotas(20, 10, 1, 1, 1),
          new Random(1));
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  private static NetAddress address(int number) {
    byte[] key = new byte[PublicKey.BYTES];
    key[0] = (byte) number;
    return new NetAddress("10.0.0." + number, 8008, PublicKey.of(key));
  }

  @BeforeEach
  void connect() {
    tell(new PeerEvent.Known(ANN, Path.DIRECT, 0));
    up(1, Optional.of(ANN));
    pass(Duration.ofMinutes(3));
  }

  @Test
  void thePeerIsAskedOnce() {
    assertThat(tell(new PeerEvent.Overdue(1))).containsExactly(new PeerAction.Ask(1));
    assertThat(tell(new PeerEvent.Overdue(1))).isEmpty();
  }

  @Test
  void whoAnswersInAWhileKeepsTheConnection() {
    tell(new PeerEvent.Overdue(1));
    assertThat(pass(Duration.ofSeconds(12))).isEmpty();
    tell(new PeerEvent.Answered(1));
    assertThat(pass(Duration.ofMinutes(10))).isEmpty();
  }

  @Test
  void whoDoesNotIsCalledAnewAndTheNewConnectionReplacesTheOld() {
    tell(new PeerEvent.Overdue(1));
    assertThat(pass(Duration.ofSeconds(16))).containsExactly(new PeerAction.Dial(ANN, Path.DIRECT));
    assertThat(up(2, Optional.of(ANN))).containsExactly(new PeerAction.Close(1, Failure.DUPLICATE));
  }

  @Test
  void whoCannotBeCalledIsGivenUpAfterAMinute() {
    up(2, Optional.empty());
    tell(new PeerEvent.Overdue(2));
    assertThat(pass(Duration.ofSeconds(59))).isEmpty();
    assertThat(pass(Duration.ofSeconds(2)))
        .containsExactly(new PeerAction.Close(2, Failure.SILENT));
  }

  @Test
  void onANewNetworkNobodyIsWaitedForAsLong() {
    tell(new PeerEvent.Overdue(1));
    assertThat(tell(new PeerEvent.NetworkChanged())).containsExactly(new PeerAction.Ask(1));
    assertThat(pass(Duration.ofSeconds(4))).containsExactly(new PeerAction.Dial(ANN, Path.DIRECT));
  }

  private List<PeerAction> up(long link, Optional<NetAddress> dialled) {
    boolean isOurs = dialled.isPresent();
    return tell(
        new PeerEvent.Up(
            link,
            isOurs ? ANN.id() : address(70).id(),
            isOurs ? Direction.OUTGOING : Direction.INCOMING,
            Path.DIRECT,
            dialled.map(address -> address)));
  }

  /// Lets time pass, a quarter of a second at a time.
  private List<PeerAction> pass(Duration time) {
    List<PeerAction> actions = new ArrayList<>();
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      now = now.plusMillis(250);
      actions.addAll(tell(new PeerEvent.Tick()));
    }
    return actions;
  }

  private List<PeerAction> tell(PeerEvent event) {
    return scheduler.on(event, now);
  }
}
