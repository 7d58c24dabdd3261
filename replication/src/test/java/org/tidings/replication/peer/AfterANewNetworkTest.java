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
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.peer.PeerSession.Direction;
import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.NetAddress;

/// The scheduler, told that the network is another one, with connections up that it made over the
/// old one.
class AfterANewNetworkTest {
  private static final NetAddress ANN = address(60);
  private static final NetAddress BOB = address(70);

  private final ConnectionScheduler scheduler =
      new ConnectionScheduler(
          address(50).id(),
          peer -> false,
          peer -> false,
          peer -> true,
          new Quotas(20, 10, 1, 2, 1),
          new Random(1));
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @BeforeEach
  void connectBoth() {
    tell(new PeerEvent.Known(ANN, Path.DIRECT, 0));
    tell(new PeerEvent.Known(BOB, Path.DIRECT, 0));
    up(1, ANN);
    up(2, BOB);
    pass(Duration.ofMinutes(3));
  }

  @Test
  void everyPeerIsAskedWhetherItStillAnswers() {
    assertThat(tell(new PeerEvent.NetworkChanged()))
        .containsExactly(new PeerAction.Ask(1), new PeerAction.Ask(2));
  }

  @Test
  void whoAnswersKeepsTheConnection() {
    tell(new PeerEvent.NetworkChanged());
    tell(new PeerEvent.Answered(1));
    tell(new PeerEvent.Answered(2));
    assertThat(pass(Duration.ofMinutes(10))).isEmpty();
  }

  @Test
  void whoDoesNotIsCalledAnewThoughAllPlacesAreTaken() {
    tell(new PeerEvent.NetworkChanged());
    assertThat(pass(Duration.ofSeconds(4)))
        .containsExactlyInAnyOrder(
            new PeerAction.Dial(ANN, Path.DIRECT), new PeerAction.Dial(BOB, Path.DIRECT));
    assertThat(up(3, ANN)).containsExactly(new PeerAction.Close(1, Failure.DUPLICATE));
    tell(new PeerEvent.Down(1, Failure.DUPLICATE));
    assertThat(up(4, BOB)).containsExactly(new PeerAction.Close(2, Failure.DUPLICATE));
    tell(new PeerEvent.Down(2, Failure.DUPLICATE));
    assertThat(pass(Duration.ofMinutes(10))).as("the new ones stay").isEmpty();
  }

  @Test
  void anAnswerThatIsLateStillSavesTheConnection() {
    tell(new PeerEvent.NetworkChanged());
    tell(new PeerEvent.Answered(2));
    pass(Duration.ofSeconds(4));
    tell(new PeerEvent.Failed(ANN, Failure.UNREACHABLE));
    tell(new PeerEvent.Answered(1));
    assertThat(pass(Duration.ofMinutes(10))).isEmpty();
  }

  @Test
  void aConnectionWithoutAnAnswerForLongIsClosedOnce() {
    tell(new PeerEvent.Up(3, address(80).id(), Direction.INCOMING, Path.DIRECT, Optional.empty()));
    tell(new PeerEvent.NetworkChanged());
    tell(new PeerEvent.Answered(1));
    tell(new PeerEvent.Answered(2));
    assertThat(pass(Duration.ofSeconds(59))).isEmpty();
    assertThat(pass(Duration.ofMinutes(2)))
        .containsExactly(new PeerAction.Close(3, Failure.SILENT));
  }

  @Test
  void aSecondChangeDoesNotBeginThePatienceAnew() {
    tell(new PeerEvent.NetworkChanged());
    tell(new PeerEvent.Answered(2));
    pass(Duration.ofSeconds(40));
    tell(new PeerEvent.NetworkChanged());
    tell(new PeerEvent.Answered(2));
    assertThat(pass(Duration.ofSeconds(21)))
        .contains(new PeerAction.Close(1, Failure.SILENT))
        .doesNotContain(new PeerAction.Close(2, Failure.SILENT));
  }

  @Test
  void sleepIsAChangeOfNetwork() {
    tell(new PeerEvent.Tick());
    now = now.plus(Duration.ofMinutes(5));
    assertThat(tell(new PeerEvent.Tick()))
        .containsExactly(new PeerAction.Ask(1), new PeerAction.Ask(2));
  }

  private List<PeerAction> up(long link, NetAddress peer) {
    return tell(
        new PeerEvent.Up(link, peer.id(), Direction.OUTGOING, Path.DIRECT, Optional.of(peer)));
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

  private static NetAddress address(int number) {
    byte[] key = new byte[PublicKey.BYTES];
    key[0] = (byte) number;
    return new NetAddress("10.0.0." + number, 8008, FeedId.of(key).key());
  }
}
