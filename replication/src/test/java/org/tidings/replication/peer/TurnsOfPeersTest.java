package org.tidings.replication.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.key.PublicKey;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.peer.PeerSession.Direction;
import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.PeerAddress;

/// The scheduler in a world of addresses that are on or off, over hours of its time: a call to one
/// that is on comes about at once, one to another times out.
class TurnsOfPeersTest {
  private static final Duration STEP = Duration.ofSeconds(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(14);

  private final Set<FeedId> followed = new HashSet<>();
  private final ConnectionScheduler scheduler =
      new ConnectionScheduler(
          address(0).id(),
          peer -> false,
          followed::contains,
          peer -> true,
          Quotas.USUAL,
          new Random(1));
  private final Set<PeerAddress> on = new HashSet<>();
  private final Map<PeerAddress, Instant> timeouts = new HashMap<>();
  private final Map<Long, PeerAddress> links = new HashMap<>();
  private final Map<PeerAddress, Duration> connected = new HashMap<>();
  private final List<PeerAddress> gaveWay = new ArrayList<>();
  private long lastLink;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void aFriendWhoComesLateTakesThePlaceOfAStrangerWithinMinutes() {
    List<NetAddress> strangers = known(Path.DIRECT, 1, 8);
    on.addAll(strangers);
    NetAddress friend = friend(100);
    pass(Duration.ofHours(2));
    assertThat(links).hasSize(5).doesNotContainValue(friend);
    on.add(friend);
    pass(Duration.ofMinutes(40));
    assertThat(links).hasSize(5).containsValue(friend);
    connected.clear();
    pass(Duration.ofHours(6));
    assertThat(connected.get(friend)).isGreaterThan(Duration.ofHours(5));
  }

  @Test
  void anyNumberOfFriendsWhoAreAlwaysThereKeepNoFriendOut() {
    List<NetAddress> always = IntStream.range(1, 40).mapToObj(this::friend).toList();
    on.addAll(always);
    NetAddress late = friend(100);
    pass(Duration.ofHours(2));
    on.add(late);
    pass(Duration.ofHours(3));
    assertThat(connected).containsKey(late);
    assertThat(connected.keySet()).as("each has had a turn").containsAll(always);
  }

  @Test
  void nobodyGivesWayToThoseWhoDoNotAnswer() {
    on.addAll(known(Path.DIRECT, 1, 5));
    IntStream.range(100, 120).forEach(this::friend);
    known(Path.DIRECT, 30, 60);
    pass(Duration.ofHours(6));
    assertThat(gaveWay).isEmpty();
    assertThat(links).hasSize(5);
  }

  @Test
  void fewEnoughStayForGood() {
    on.addAll(known(Path.DIRECT, 1, 5));
    pass(Duration.ofHours(6));
    assertThat(gaveWay).isEmpty();
  }

  @Test
  void strangersHaveATurnBesideFriendsNowAndThen() {
    List<NetAddress> friends = IntStream.range(1, 6).mapToObj(this::friend).toList();
    on.addAll(friends);
    NetAddress stranger = known(Path.DIRECT, 20, 20).getFirst();
    on.add(stranger);
    pass(Duration.ofHours(6));
    assertThat(connected.get(stranger)).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(40));
  }

  @Test
  void whatIsOnlyAnnouncedTakesNoPlaceOfWhatWasChosen() {
    List<NetAddress> announced = known(Path.ANNOUNCED, 1, 10);
    List<NetAddress> chosen = known(Path.DIRECT, 20, 24);
    on.addAll(announced);
    pass(Duration.ofHours(1));
    assertThat(links).hasSize(2);
    on.addAll(chosen);
    pass(Duration.ofHours(1));
    assertThat(links.values()).hasSize(7).containsAll(chosen);
    pass(Duration.ofHours(1));
    assertThat(connected.keySet()).as("all have a turn").containsAll(announced);
  }

  @Test
  void ofManyRoomsEachIsVisited() {
    List<NetAddress> rooms = known(Path.ROOM, 1, 12);
    on.addAll(rooms);
    pass(Duration.ofHours(1));
    assertThat(connected.keySet()).containsAll(rooms);
    assertThat(links).hasSize(5);
  }

  @Test
  void aFriendNearbyComesInThoughStrangersHaveTakenAllPlaces() {
    List<NetAddress> crowd = IntStream.range(1, 40).mapToObj(n -> address(n)).toList();
    on.addAll(crowd);
    NetAddress friend = address(100);
    followed.add(friend.id());
    on.add(friend);
    IntStream.range(0, 120).forEach(second -> hear(crowd));
    assertThat(links).hasSize(20);
    hear(crowd);
    tell(new PeerEvent.Heard(friend, true));
    pass(STEP.multipliedBy(5));
    assertThat(links.values()).contains(friend);
  }

  private void hear(List<NetAddress> announced) {
    announced.forEach(one -> tell(new PeerEvent.Heard(one, true)));
    pass(STEP);
  }

  private NetAddress friend(int number) {
    followed.add(address(number).id());
    return known(Path.DIRECT, number, number).getFirst();
  }

  private List<NetAddress> known(Path path, int first, int last) {
    List<NetAddress> all = IntStream.rangeClosed(first, last).mapToObj(n -> address(n)).toList();
    all.forEach(one -> tell(new PeerEvent.Known(one, path, 0)));
    return all;
  }

  private void pass(Duration time) {
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      now = now.plus(STEP);
      List.copyOf(timeouts.entrySet()).stream()
          .filter(call -> !call.getValue().isAfter(now))
          .forEach(call -> timeOut(call.getKey()));
      links.values().forEach(one -> connected.merge(one, STEP, Duration::plus));
      tell(new PeerEvent.Tick());
    }
  }

  private void timeOut(PeerAddress called) {
    timeouts.remove(called);
    tell(new PeerEvent.Failed(called, Failure.TIMEOUT));
  }

  private void tell(PeerEvent event) {
    scheduler.on(event, now).forEach(this::perform);
  }

  private void perform(PeerAction action) {
    switch (action) {
      case PeerAction.Dial(PeerAddress address, Path path) when on.contains(address) -> {
        lastLink++;
        links.put(lastLink, address);
        tell(
            new PeerEvent.Up(
                lastLink, address.id(), Direction.OUTGOING, path, Optional.of(address)));
      }
      case PeerAction.Dial(PeerAddress address, Path path) ->
          timeouts.put(address, now.plus(TIMEOUT));
      case PeerAction.Ask ask -> tell(new PeerEvent.Answered(ask.link()));
      case PeerAction.Close(long link, Failure why) -> {
        gaveWay.add(links.remove(link));
        tell(new PeerEvent.Down(link, why, false));
      }
    }
  }

  private static NetAddress address(int number) {
    byte[] key = new byte[PublicKey.BYTES];
    key[0] = (byte) (number + 1);
    return new NetAddress("10.0.0." + (number + 1), 8008, FeedId.of(key).key());
  }
}
