package org.tidings.ui.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidings.replication.lan.LanState;
import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.peer.Progress;
import org.tidings.replication.transport.Failure;
import org.tidings.ui.peers.PeerRow.Standing;

class SituationTest {
  private static final Progress.Snapshot IDLE = new Progress.Snapshot(0, 0, 0, true, List.of());

  private final SomePeers some = new SomePeers(Instant.EPOCH);

  private Situation situation() {
    return some.peers().situation();
  }

  @Test
  void nobodyAnywhere() {
    assertThat(situation()).isEqualTo(new Situation.NobodyKnown());
  }

  @Test
  void withoutANetworkWeAreOfflineWhateverFailed() {
    some.lan(new LanState.NoNetwork()).failed("Mara", Failure.UNREACHABLE, Duration.ZERO);
    assertThat(situation()).isEqualTo(new Situation.Offline());
  }

  @Test
  void somebodyNearbyIsOfferedFirst() {
    some.nearby("Jonas", Standing.NEITHER, false).failed("Mara", Failure.TIMEOUT, Duration.ZERO);
    assertThat(situation())
        .isInstanceOfSatisfying(
            Situation.SomebodyNearby.class,
            nearby -> assertThat(nearby.who().name()).isEqualTo("Jonas"));
  }

  @Test
  void whomWeBlockIsNotOffered() {
    some.nearby("Jonas", Standing.BLOCKED, false);
    assertThat(situation()).isEqualTo(new Situation.NobodyKnown());
  }

  @Test
  void whomWeBlockIsNotAmongThoseWhoDoNotAnswer() {
    some.failed("Mara", Standing.BLOCKED, Failure.BLOCKED, Duration.ZERO);
    assertThat(situation()).isEqualTo(new Situation.NobodyKnown());
  }

  @Test
  void aCallUnderWayIsTold() {
    some.calling("Mara").nearby("Jonas", Standing.NEITHER, false);
    assertThat(situation()).isEqualTo(new Situation.Calling("Mara"));
  }

  @Test
  void thoseWhoDoNotAnswerAreCounted() {
    some.failed("Mara", Failure.TIMEOUT, Duration.ZERO)
        .failed("Jonas", Failure.PORT_CLOSED, Duration.ZERO)
        .turnedAway("Somebody", Failure.OTHER_NETWORK);
    assertThat(situation())
        .isInstanceOfSatisfying(
            Situation.NobodyAnswers.class, nobody -> assertThat(nobody.addresses()).hasSize(2));
  }

  @Test
  void strangersAloneAreCalledStrangers() {
    some.connected("Jonas", Standing.NEITHER, Path.LAN, IDLE);
    assertThat(situation()).isInstanceOf(Situation.AmongStrangers.class);
  }

  @Test
  void aRoomIsNobody() {
    some.connected("the room Bakery", Standing.NEITHER, Path.ROOM, IDLE)
        .failed("Mara", Failure.TIMEOUT, Duration.ZERO);
    assertThat(situation())
        .isInstanceOfSatisfying(
            Situation.RoomEmpty.class,
            empty -> assertThat(empty.room().name()).isEqualTo("the room Bakery"));
    some.connected("Mara", Standing.FOLLOWED, Path.TUNNEL, IDLE);
    assertThat(situation()).isEqualTo(new Situation.Connected("Mara", 1));
  }

  @Test
  void oneFriendAloneIsLittle() {
    some.connected("Mara", Standing.FOLLOWED, Path.LAN, IDLE);
    assertThat(situation()).isEqualTo(new Situation.HangingOnOne("Mara", List.of()));
    some.failed("Jonas", Failure.TIMEOUT, Duration.ZERO);
    assertThat(situation())
        .isInstanceOfSatisfying(
            Situation.HangingOnOne.class, one -> assertThat(one.others()).hasSize(1));
  }

  @Test
  void oneFriendAmongStrangersIsEnough() {
    some.connected("Jonas", Standing.NEITHER, Path.LAN, IDLE)
        .connected("Mara", Standing.FOLLOWED, Path.DIRECT, IDLE);
    assertThat(situation()).isEqualTo(new Situation.Connected("Mara", 2));
  }
}
