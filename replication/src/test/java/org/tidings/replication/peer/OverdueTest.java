package org.tidings.replication.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidings.replication.peer.TimedScheduler.address;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.NetAddress;

/// The scheduler, told that something is due over a connection and does not come, on a network that
/// stays the same.
class OverdueTest {
  private static final NetAddress ANN = address(60);

  private final TimedScheduler scheduler = TimedScheduler.of(new Quotas(20, 10, 1, 1, 1));

  @BeforeEach
  void connect() {
    scheduler.tell(new PeerEvent.Known(ANN, Path.DIRECT, 0));
    scheduler.dialled(1, ANN);
    scheduler.pass(Duration.ofMinutes(3));
  }

  @Test
  void thePeerIsAskedOnce() {
    assertThat(scheduler.tell(new PeerEvent.Overdue(1))).containsExactly(new PeerAction.Ask(1));
    assertThat(scheduler.tell(new PeerEvent.Overdue(1))).isEmpty();
  }

  @Test
  void whoAnswersInAWhileKeepsTheConnection() {
    scheduler.tell(new PeerEvent.Overdue(1));
    assertThat(scheduler.pass(Duration.ofSeconds(12))).isEmpty();
    scheduler.tell(new PeerEvent.Answered(1));
    assertThat(scheduler.pass(Duration.ofMinutes(10))).isEmpty();
  }

  @Test
  void whoDoesNotIsCalledAnewAndTheNewConnectionReplacesTheOld() {
    scheduler.tell(new PeerEvent.Overdue(1));
    assertThat(scheduler.pass(Duration.ofSeconds(16)))
        .containsExactly(new PeerAction.Dial(ANN, Path.DIRECT));
    assertThat(scheduler.dialled(2, ANN))
        .containsExactly(new PeerAction.Close(1, Failure.DUPLICATE));
  }

  @Test
  void whoCannotBeCalledIsGivenUpAfterAMinute() {
    scheduler.calledBy(2, address(70));
    scheduler.tell(new PeerEvent.Overdue(2));
    assertThat(scheduler.pass(Duration.ofSeconds(59))).isEmpty();
    assertThat(scheduler.pass(Duration.ofSeconds(2)))
        .containsExactly(new PeerAction.Close(2, Failure.SILENT));
  }

  @Test
  void onANewNetworkNobodyIsWaitedForAsLong() {
    scheduler.tell(new PeerEvent.Overdue(1));
    assertThat(scheduler.tell(new PeerEvent.NetworkChanged()))
        .containsExactly(new PeerAction.Ask(1));
    assertThat(scheduler.pass(Duration.ofSeconds(4)))
        .containsExactly(new PeerAction.Dial(ANN, Path.DIRECT));
  }
}
