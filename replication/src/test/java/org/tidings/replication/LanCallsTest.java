package org.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.peer.CandidateState;
import org.tidings.replication.peer.ConnectionScheduler;
import org.tidings.replication.peer.PeerAction;
import org.tidings.replication.peer.PeerEvent;
import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.peer.Quotas;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.NetAddress;

class LanCallsTest {
  private static final Duration WHILE = CandidateState.STILL_NEARBY;

  private final LanCalls calls = new LanCalls();
  private final Set<FeedId> connected = new HashSet<>();
  private final Set<FeedId> blocked = new HashSet<>();
  private Instant now = Instant.EPOCH;

  @ParameterizedTest
  @EnumSource(names = {"TIMEOUT", "UNREACHABLE", "PORT_CLOSED"})
  void thatNobodyNearbyCanBeTalkedToShowsAfterAWhile(Failure failure) {
    List<CandidateState> nearby = List.of(heard("mara", failure), heard("carol", failure));

    assertThat(areInVain(nearby)).isFalse();
    now = now.plus(WHILE.minusMillis(1));
    assertThat(areInVain(nearby)).isFalse();
    now = now.plusMillis(1);
    assertThat(areInVain(nearby)).isTrue();
  }

  @Test
  void whoeverIsConnectedShowsThatItIsNotTheNetwork() {
    CandidateState mara = heard("mara", Failure.TIMEOUT);
    CandidateState carol = heard("carol");
    assertThat(afterAWhile(mara, carol)).isTrue();
    connected.add(carol.address().id());
    assertThat(areInVain(List.of(mara, carol))).isFalse();
    connected.clear();
    assertThat(areInVain(List.of(mara, carol))).as("said again at once").isFalse();
  }

  @Test
  void whoeverHangsUpHasBeenReached() {
    assertThat(afterAWhile(heard("mara", Failure.TIMEOUT), heard("carol", Failure.REFUSED)))
        .isFalse();
  }

  @Test
  void whoeverIsHeardNoMoreOrIsBlockedDoesNotCount() {
    CandidateState gone =
        new CandidateState(
            address("mara"),
            Path.LAN,
            Optional.empty(),
            Optional.empty(),
            trouble(Failure.PORT_CLOSED));
    assertThat(afterAWhile(gone)).isFalse();
    CandidateState mallory = heard("mallory", Failure.TIMEOUT);
    blocked.add(mallory.address().id());
    assertThat(afterAWhile(mallory)).isFalse();
  }

  @Test
  void thatTheLastOneNearbyHasLeftIsNotTheNetwork() {
    NetAddress mara = address("mara");
    ConnectionScheduler scheduler = schedulerThatMeetsEverybody();
    List<PeerAction> actions = scheduler.on(new PeerEvent.Heard(mara, true), now);
    int calls = 0;
    for (int second = 0; second < 90; second++) {
      for (PeerAction action : actions) {
        if (action instanceof PeerAction.Dial) {
          calls++;
          scheduler.on(new PeerEvent.Failed(mara, Failure.PORT_CLOSED), now);
        }
      }
      assertThat(areInVain(scheduler.candidates(now))).as("after %s s", second).isFalse();
      now = now.plusSeconds(1);
      actions = scheduler.on(new PeerEvent.Tick(), now);
    }
    assertThat(calls).as("calls in vain").isGreaterThan(1);
  }

  @Test
  void whereNobodyWasCalledNothingIsKnown() {
    assertThat(afterAWhile(heard("mara"))).isFalse();
    assertThat(afterAWhile()).isFalse();
  }

  private static ConnectionScheduler schedulerThatMeetsEverybody() {
    return new ConnectionScheduler(
        SomeFeed.of("alice").id(),
        blocked -> false,
        followed -> true,
        met -> true,
        Quotas.USUAL,
        new Random(1));
  }

  private boolean afterAWhile(CandidateState... nearby) {
    boolean atOnce = areInVain(List.of(nearby));
    now = now.plus(WHILE);
    return !atOnce && areInVain(List.of(nearby));
  }

  private boolean areInVain(List<CandidateState> nearby) {
    return calls.areInVain(nearby, connected::contains, blocked::contains, now);
  }

  private static CandidateState heard(String name, Failure failure) {
    return new CandidateState(
        address(name), Path.LAN, announced(), Optional.empty(), trouble(failure));
  }

  private static CandidateState heard(String name) {
    return new CandidateState(
        address(name), Path.LAN, announced(), Optional.empty(), Optional.empty());
  }

  private static Optional<CandidateState.Announcement> announced() {
    return Optional.of(new CandidateState.Announcement(Instant.EPOCH, true));
  }

  private static Optional<CandidateState.Trouble> trouble(Failure failure) {
    return Optional.of(new CandidateState.Trouble(failure, Instant.EPOCH, Optional.empty()));
  }

  private static NetAddress address(String name) {
    return new NetAddress("192.168.1.10", 8008, SomeKeys.of(name).publicKey());
  }
}
