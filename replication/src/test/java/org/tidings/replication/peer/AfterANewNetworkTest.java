package org.tidings.replication.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidings.replication.peer.TimedScheduler.address;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.NetAddress;

/// The scheduler, told that the network is another one, with connections up that it made over the
/// old one.
class AfterANewNetworkTest {
  private static final NetAddress ANN = address(60);
  private static final NetAddress BOB = address(70);

  private final TimedScheduler scheduler = TimedScheduler.of(new Quotas(20, 10, 1, 2, 1));

  @BeforeEach
  void connectBoth() {
    scheduler.tell(new PeerEvent.Known(ANN, Path.DIRECT, 0));
    scheduler.tell(new PeerEvent.Known(BOB, Path.DIRECT, 0));
    scheduler.dialled(1, ANN);
    scheduler.dialled(2, BOB);
    scheduler.pass(Duration.ofMinutes(3));
  }

  @Test
  void everyPeerIsAskedWhetherItStillAnswers() {
    assertThat(scheduler.tell(new PeerEvent.NetworkChanged()))
        .containsExactly(new PeerAction.Ask(1), new PeerAction.Ask(2));
  }

  @Test
  void whoAnswersKeepsTheConnection() {
    scheduler.tell(new PeerEvent.NetworkChanged());
    scheduler.tell(new PeerEvent.Answered(1));
    scheduler.tell(new PeerEvent.Answered(2));
    assertThat(scheduler.pass(Duration.ofMinutes(10))).isEmpty();
  }

  @Test
  void whoDoesNotIsCalledAnewThoughAllPlacesAreTaken() {
    scheduler.tell(new PeerEvent.NetworkChanged());
    assertThat(scheduler.pass(Duration.ofSeconds(4)))
        .containsExactlyInAnyOrder(
            new PeerAction.Dial(ANN, Path.DIRECT), new PeerAction.Dial(BOB, Path.DIRECT));
    assertThat(scheduler.dialled(3, ANN))
        .containsExactly(new PeerAction.Close(1, Failure.DUPLICATE));
    scheduler.tell(new PeerEvent.Down(1, Failure.DUPLICATE, false));
    assertThat(scheduler.dialled(4, BOB))
        .containsExactly(new PeerAction.Close(2, Failure.DUPLICATE));
    scheduler.tell(new PeerEvent.Down(2, Failure.DUPLICATE, false));
    assertThat(scheduler.pass(Duration.ofMinutes(10))).as("the new ones stay").isEmpty();
  }

  @Test
  void anAnswerThatIsLateStillSavesTheConnection() {
    scheduler.tell(new PeerEvent.NetworkChanged());
    scheduler.tell(new PeerEvent.Answered(2));
    scheduler.pass(Duration.ofSeconds(4));
    scheduler.tell(new PeerEvent.Failed(ANN, Failure.UNREACHABLE));
    scheduler.tell(new PeerEvent.Answered(1));
    assertThat(scheduler.pass(Duration.ofMinutes(10))).isEmpty();
  }

  @Test
  void aConnectionWithoutAnAnswerForLongIsClosedOnce() {
    scheduler.calledBy(3, address(80));
    scheduler.tell(new PeerEvent.NetworkChanged());
    scheduler.tell(new PeerEvent.Answered(1));
    scheduler.tell(new PeerEvent.Answered(2));
    assertThat(scheduler.pass(Duration.ofSeconds(59))).isEmpty();
    assertThat(scheduler.pass(Duration.ofMinutes(2)))
        .containsExactly(new PeerAction.Close(3, Failure.SILENT));
  }

  @Test
  void aSecondChangeDoesNotBeginThePatienceAnew() {
    scheduler.tell(new PeerEvent.NetworkChanged());
    scheduler.tell(new PeerEvent.Answered(2));
    scheduler.pass(Duration.ofSeconds(40));
    scheduler.tell(new PeerEvent.NetworkChanged());
    scheduler.tell(new PeerEvent.Answered(2));
    assertThat(scheduler.pass(Duration.ofSeconds(21)))
        .contains(new PeerAction.Close(1, Failure.SILENT))
        .doesNotContain(new PeerAction.Close(2, Failure.SILENT));
  }

  @Test
  void sleepIsAChangeOfNetwork() {
    scheduler.tell(new PeerEvent.Tick());
    assertThat(scheduler.tickAfter(Duration.ofMinutes(5)))
        .containsExactly(new PeerAction.Ask(1), new PeerAction.Ask(2));
  }
}
