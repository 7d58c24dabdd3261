package org.tidings.replication.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.key.PublicKey;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.peer.PeerSession.Direction;
import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.TunnelAddress;

/// The scheduler, told who is in a room.
class SchedulerInRoomsTest {
  private static final FeedId ROOM = id(200);
  private static final TunnelAddress SMALL = TunnelAddress.through(ROOM, id(1));
  private static final TunnelAddress LARGE = TunnelAddress.through(ROOM, id(99));
  private static final FeedId FRIEND = id(90);
  private static final int PLACES = 7;
  private static final int AT_A_TIME = 5;

  private final ConnectionScheduler scheduler =
      new ConnectionScheduler(
          id(50),
          peer -> false,
          FRIEND::equals,
          peer -> true,
          new Quotas(9, PLACES, 1, 1, 1),
          new Random(1));
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void whoIsThereIsCalledTheSmallerKeyFirst() {
    assertThat(present(SMALL, LARGE)).containsExactly(dial(LARGE));
    assertThat(tickAfter(Duration.ofSeconds(1))).isEmpty();
    assertThat(tickAfter(Duration.ofSeconds(1))).containsExactly(dial(SMALL));
  }

  @Test
  void whoHasCalledMeanwhileIsNot() {
    present(SMALL);
    tell(new PeerEvent.Up(1, SMALL.id(), Direction.INCOMING, Path.TUNNEL, Optional.empty()));
    assertThat(tickAfter(Duration.ofSeconds(2))).isEmpty();
  }

  @Test
  void whoHasLeftIsNotCalled() {
    present(SMALL);
    present();
    assertThat(tickAfter(Duration.ofSeconds(2))).isEmpty();
    assertThat(present(SMALL)).containsExactly(dial(SMALL));
  }

  @Test
  void ofManyAFewAreCalledFriendsFirst() {
    assertThat(tell(new PeerEvent.Present(people(60, 95))))
        .hasSize(AT_A_TIME)
        .contains(dial(TunnelAddress.through(ROOM, FRIEND)));
  }

  @Test
  void whoIsNamedAndDoesNotAnswerTakesNoPlaceOfThoseInOtherRooms() {
    TunnelAddress elsewhere = TunnelAddress.through(id(201), id(99));
    Set<TunnelAddress> people = new HashSet<>(people(60, 80));
    List<PeerAction> calls = tell(new PeerEvent.Present(Set.copyOf(people)));
    assertThat(calls).hasSize(AT_A_TIME);
    people.add(elsewhere);
    assertThat(tell(new PeerEvent.Present(people))).containsExactly(dial(elsewhere));
    TunnelAddress first = (TunnelAddress) ((PeerAction.Dial) calls.getFirst()).address();
    assertThat(tell(new PeerEvent.Failed(first, Failure.TIMEOUT)))
        .as("the next through the same room")
        .hasSize(1);
  }

  @Test
  void placesAreForAllWhoAnswerOfWhateverRoom() {
    List<PeerAction> calls = new ArrayList<>(tell(new PeerEvent.Present(people(60, 80))));
    for (int i = 0; i < calls.size(); i++) {
      TunnelAddress one = (TunnelAddress) ((PeerAction.Dial) calls.get(i)).address();
      calls.addAll(
          tell(new PeerEvent.Up(i, one.id(), Direction.OUTGOING, Path.TUNNEL, Optional.of(one))));
    }
    assertThat(calls).hasSize(PLACES);
  }

  private static Set<TunnelAddress> people(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(number -> TunnelAddress.through(ROOM, id(number)))
        .collect(Collectors.toSet());
  }

  @Test
  void whoComesAndGoesInVainIsCalledMoreAndMoreSeldom() {
    int calls = 0;
    for (int second = 0; second < 600; second++) {
      if (!present(LARGE).isEmpty()) {
        calls++;
        tell(new PeerEvent.Failed(LARGE, Failure.ABSENT));
      }
      present();
      now = now.plusSeconds(1);
      tell(new PeerEvent.Tick());
    }
    assertThat(calls).isBetween(5, 9);
  }

  @Test
  void whoIsGoneForLongIsForgotten() {
    present(LARGE);
    tell(new PeerEvent.Failed(LARGE, Failure.ABSENT));
    assertThat(scheduler.candidates(now).getFirst().trouble()).isPresent();
    present();
    assertThat(scheduler.candidates(now).getFirst().trouble()).isEmpty();
    tickAfter(Duration.ofMinutes(20));
    assertThat(scheduler.candidates(now)).hasSize(1);
    tickAfter(Duration.ofMinutes(20));
    assertThat(scheduler.candidates(now)).isEmpty();
  }

  @Test
  void whoTurnsUpNearbyIsNoLongerReachedThroughTheRoom() {
    present(LARGE);
    tell(new PeerEvent.Up(1, LARGE.id(), Direction.OUTGOING, Path.TUNNEL, Optional.of(LARGE)));
    NetAddress nearby = address(99);
    assertThat(tell(new PeerEvent.Heard(nearby, true))).isEmpty();
    assertThat(tickAfter(Duration.ofSeconds(6)))
        .containsExactly(new PeerAction.Dial(nearby, Path.LAN));
    assertThat(
            tell(
                new PeerEvent.Up(2, LARGE.id(), Direction.OUTGOING, Path.LAN, Optional.of(nearby))))
        .containsExactly(new PeerAction.Close(1, Failure.DUPLICATE));
    tell(new PeerEvent.Down(1, Failure.DUPLICATE, false));
    assertThat(tickAfter(Duration.ofSeconds(6))).isEmpty();
  }

  @Test
  void roomsHavePlacesApartFromOthers() {
    NetAddress pub = address(10);
    NetAddress room = address(11);
    NetAddress other = address(12);
    tell(new PeerEvent.Known(pub, Path.DIRECT, 0));
    assertThat(tell(new PeerEvent.Known(room, Path.ROOM, 0)))
        .containsExactly(new PeerAction.Dial(room, Path.ROOM));
    assertThat(tell(new PeerEvent.Known(other, Path.DIRECT, 0))).isEmpty();
    tell(new PeerEvent.Up(1, pub.id(), Direction.OUTGOING, Path.DIRECT, Optional.of(pub)));
    tell(new PeerEvent.Failed(room, Failure.TIMEOUT));
    assertThat(tell(new PeerEvent.RoomFound(pub)))
        .containsExactly(new PeerAction.Dial(other, Path.DIRECT));
  }

  private List<PeerAction> present(TunnelAddress... people) {
    return tell(new PeerEvent.Present(Set.of(people)));
  }

  private List<PeerAction> tell(PeerEvent event) {
    return scheduler.on(event, now);
  }

  private List<PeerAction> tickAfter(Duration time) {
    now = now.plus(time);
    return tell(new PeerEvent.Tick());
  }

  private static PeerAction dial(TunnelAddress address) {
    return new PeerAction.Dial(address, Path.TUNNEL);
  }

  private static NetAddress address(int number) {
    return new NetAddress("10.0.0." + number, 8008, id(number).key());
  }

  private static FeedId id(int number) {
    byte[] key = new byte[PublicKey.BYTES];
    key[0] = (byte) number;
    return FeedId.of(key);
  }
}
