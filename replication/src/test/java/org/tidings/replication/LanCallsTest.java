package org.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.peer.CandidateState;
import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.NetAddress;

class LanCallsTest {
  private static final Duration WHILE = Duration.ofSeconds(20);

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
  void whereNobodyWasCalledNothingIsKnown() {
    assertThat(afterAWhile(heard("mara"))).isFalse();
    assertThat(afterAWhile()).isFalse();
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
