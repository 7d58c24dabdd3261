package org.tidings.replication.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidings.replication.peer.TimedScheduler.address;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.key.PublicKey;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.peer.PeerSession.Direction;
import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.PeerAddress;

/// The scheduler, told events at times of our choice.
class ConnectionSchedulerTest {
  private static final int OUR_PLACE = 50;
  private static final NetAddress SMALL = address(1);
  private static final NetAddress LARGE = address(99);

  private final Set<FeedId> blocked = new HashSet<>();
  private final Set<FeedId> followed = new HashSet<>();
  private boolean strangersAreMet = true;
  private final ConnectionScheduler scheduler =
      new ConnectionScheduler(
          address(OUR_PLACE).id(),
          blocked::contains,
          followed::contains,
          peer -> strangersAreMet || followed.contains(peer),
          new Quotas(20, 2, 1, 2, 1),
          new Random(1));
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  /// Keys in the order of their numbers.
  /// One of thousands, none of them among the others.
  private static NetAddress oneOfMany(int number) {
    byte[] key = new byte[32];
    key[0] = (byte) 200;
    key[1] = (byte) (number >> 8);
    key[2] = (byte) number;
    return new NetAddress("10.1." + (number >> 8) + "." + (number & 255), 8008, PublicKey.of(key));
  }

  private List<PeerAction> tell(PeerEvent event) {
    return scheduler.on(event, now);
  }

  private List<PeerAction> tickAfter(Duration time) {
    now = now.plus(time);
    return tell(new PeerEvent.Tick());
  }

  private List<PeerAction> known(PeerAddress address) {
    return tell(new PeerEvent.Known(address, Path.DIRECT, 0));
  }

  private List<PeerAction> heard(PeerAddress address) {
    return tell(new PeerEvent.Heard(address, true));
  }

  private List<PeerAction> up(long link, PeerAddress peer, Direction direction) {
    Optional<PeerAddress> dialled =
        direction == Direction.OUTGOING ? Optional.of(peer) : Optional.empty();
    return tell(new PeerEvent.Up(link, peer.id(), direction, Path.DIRECT, dialled));
  }

  private static PeerAction dial(PeerAddress address, Path path) {
    return new PeerAction.Dial(address, path);
  }

  @Nested
  class OnACrowdedNetwork {
    @Test
    void aNeighbourIsCalledThoughThePeerBookIsLong() {
      for (int i = 0; i < 300; i++) {
        known(oneOfMany(i));
      }
      assertThat(heard(LARGE)).contains(dial(LARGE, Path.LAN));
    }

    @Test
    void strangersBeyondTheNumberArePassedOver() {
      IntStream.range(0, 250).forEach(i -> heard(oneOfMany(i)));
      assertThat(scheduler.candidates(now)).hasSize(200);
    }

    @Test
    void strangersKeepNoFriendOut() {
      IntStream.range(0, 250).forEach(i -> heard(oneOfMany(i)));
      followed.add(LARGE.id());
      heard(LARGE);
      assertThat(nearbyKeys()).contains(LARGE.id());
    }

    @Test
    void whereStrangersAreNotMetOnlyFriendsAreCalledUnlessSomebodyWasChosen() {
      strangersAreMet = false;
      followed.add(LARGE.id());
      assertThat(heard(address(60))).isEmpty();
      assertThat(tell(new PeerEvent.Known(address(61), Path.ANNOUNCED, 0))).isEmpty();
      assertThat(scheduler.candidates(now)).hasSize(2);
      assertThat(heard(LARGE)).containsExactly(dial(LARGE, Path.LAN));
      assertThat(known(address(62))).containsExactly(dial(address(62), Path.DIRECT));
    }

    @Test
    void aFriendIsCalledBeforeStrangers() {
      for (int second = 0; second < 20; second++) {
        IntStream.range(0, 100).forEach(i -> heard(oneOfMany(i)));
        tickAfter(Duration.ofSeconds(1));
      }
      followed.add(LARGE.id());
      heard(LARGE);
      scheduler.candidates(now).stream()
          .filter(candidate -> candidate.dialling().isPresent())
          .toList()
          .forEach(one -> tell(new PeerEvent.Failed(one.address(), Failure.TIMEOUT)));
      assertThat(dialled()).contains(LARGE.id());
    }

    @Test
    void whatIsForgedInTheNameOfAFriendKeepsTheFriendsOwnWordNotOut() {
      followed.add(LARGE.id());
      for (int i = 0; i < 100; i++) {
        PeerAddress forged = new NetAddress(oneOfMany(i).host(), 8008, LARGE.key());
        tell(new PeerEvent.Heard(forged, false));
      }
      heard(LARGE);
      assertThat(scheduler.candidates(now)).hasSize(9);
      assertThat(scheduler.candidates(now))
          .anyMatch(candidate -> candidate.address().equals(LARGE));
    }

    private List<FeedId> nearbyKeys() {
      return scheduler.candidates(now).stream().map(one -> one.address().id()).toList();
    }

    private List<FeedId> dialled() {
      return scheduler.candidates(now).stream()
          .filter(one -> one.dialling().isPresent())
          .map(one -> one.address().id())
          .toList();
    }
  }

  @Nested
  class OnTheLocalNetwork {
    @Test
    void thePeerWithTheLargerKeyIsCalledAtOnce() {
      assertThat(heard(LARGE)).containsExactly(dial(LARGE, Path.LAN));
    }

    @Test
    void thePeerWithTheSmallerKeyMayCallFirst() {
      assertThat(heard(SMALL)).isEmpty();
      assertThat(tickAfter(Duration.ofSeconds(1))).isEmpty();
      assertThat(tickAfter(Duration.ofSeconds(1))).containsExactly(dial(SMALL, Path.LAN));
    }

    @Test
    void whoHasCalledUsIsNotCalled() {
      up(1, LARGE, Direction.INCOMING);
      assertThat(heard(LARGE)).isEmpty();
    }

    @Test
    void repeatedAnnouncementsDoNotCallTwice() {
      heard(LARGE);
      assertThat(heard(LARGE)).isEmpty();
      assertThat(tickAfter(Duration.ofSeconds(5))).isEmpty();
    }

    @Test
    void severalAddressesOfOnePeerAreCalledOneAtATime() {
      PeerAddress other = new NetAddress("192.168.0.9", 8008, LARGE.key());
      heard(LARGE);
      assertThat(heard(other)).isEmpty();
      assertThat(tell(new PeerEvent.Failed(LARGE, Failure.TIMEOUT))).isEmpty();
      assertThat(tickAfter(Duration.ofSeconds(1))).containsExactly(dial(other, Path.LAN));
    }

    @Test
    void whoIsNoLongerHeardIsForgotten() {
      heard(SMALL);
      assertThat(tickAfter(Duration.ofSeconds(46))).isEmpty();
      assertThat(scheduler.candidates(now)).isEmpty();
    }

    @Test
    void ourOwnAnnouncementsAreIgnored() {
      assertThat(heard(address(OUR_PLACE))).isEmpty();
      assertThat(scheduler.candidates(now)).isEmpty();
    }

    @Test
    void aCrowdOfAnnouncementsIsBounded() {
      for (int i = 0; i < 1_000; i++) {
        heard(new NetAddress("10.1." + i / 256 + "." + i % 256, 8008, LARGE.key()));
      }
      assertThat(scheduler.candidates(now)).hasSize(200);
    }
  }

  @Nested
  class AFloodOfAnnouncements {
    @Test
    void hasUsCallOneStrangerASecond() {
      assertThat(callsOf(10_000)).isEqualTo(1);
      assertThat(tickAfter(Duration.ofMillis(900))).isEmpty();
      assertThat(tickAfter(Duration.ofMillis(100))).hasSize(1);
    }

    @Test
    void hasAFriendCalledAtOnce() {
      followed.add(LARGE.id());
      callsOf(10_000);
      assertThat(heard(LARGE)).containsExactly(dial(LARGE, Path.LAN));
    }

    @Test
    void inTheNamesOfFriendsHasUsCallOnceASecond() {
      List<NetAddress> friends = IntStream.range(60, 90).mapToObj(n -> address(n)).toList();
      friends.forEach(friend -> followed.add(friend.id()));
      int calls = 0;
      for (int second = 0; second < 60; second++) {
        now = now.plusSeconds(1);
        List<PeerAction> dialled = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
          NetAddress forged =
              new NetAddress(oneOfMany(second * 1_000 + i).host(), 8008, friends.get(i % 30).key());
          dialled.addAll(tell(new PeerEvent.Heard(forged, false)));
        }
        dialled.addAll(tell(new PeerEvent.Tick()));
        calls += dialled.size();
        for (PeerAction action : dialled) {
          PeerAddress called = ((PeerAction.Dial) action).address();
          tell(new PeerEvent.Failed(called, Failure.PORT_CLOSED));
        }
      }
      assertThat(calls).isBetween(55, 60);
      followed.add(LARGE.id());
      assertThat(heard(LARGE)).as("what a friend has signed").contains(dial(LARGE, Path.LAN));
    }

    private int callsOf(int announcements) {
      int calls = 0;
      for (int i = 0; i < announcements; i++) {
        calls += heard(oneOfMany(i)).size();
      }
      return calls;
    }
  }

  @Nested
  class KnownAddresses {
    @Test
    void aFewAreCalledTheBestFirst() {
      tell(new PeerEvent.Known(address(1), Path.DIRECT, 3));
      List<PeerAction> calls = new ArrayList<>(known(address(2)));
      calls.addAll(known(address(3)));
      assertThat(calls).containsExactly(dial(address(2), Path.DIRECT));
    }

    @Test
    void aFailedCallMakesRoomAndIsRepeatedLater() {
      known(address(1));
      known(address(2));
      known(address(3));
      assertThat(tell(new PeerEvent.Failed(address(1), Failure.TIMEOUT)))
          .containsExactly(dial(address(3), Path.DIRECT));
      tell(new PeerEvent.Failed(address(2), Failure.TIMEOUT));
      assertThat(tickAfter(Duration.ofSeconds(2))).isEmpty();
      assertThat(tickAfter(Duration.ofSeconds(5))).hasSize(1);
    }

    @Test
    void whoRefusesAgainAndAgainIsLeftAloneForLong() {
      known(LARGE);
      for (int i = 0; i < 3; i++) {
        tell(new PeerEvent.Failed(LARGE, Failure.REFUSED));
      }
      assertThat(tickAfter(Duration.ofMinutes(22))).isEmpty();
      assertThat(retry(LARGE)).isAfter(now.plus(Duration.ofMinutes(1)));
    }

    @Test
    void aLineThatBreaksDuringAHandshakeIsNoRefusal() {
      known(LARGE);
      tell(new PeerEvent.Failed(LARGE, Failure.REFUSED));
      assertThat(tickAfter(Duration.ofSeconds(7))).containsExactly(dial(LARGE, Path.DIRECT));
      tell(new PeerEvent.Failed(LARGE, Failure.REFUSED));
      up(1, LARGE, Direction.OUTGOING);
      tell(new PeerEvent.Down(1, Failure.DROPPED, false));
      tell(new PeerEvent.Failed(LARGE, Failure.REFUSED));
      assertThat(retry(LARGE)).isBefore(now.plus(Duration.ofMinutes(1)));
    }

    private Instant retry(PeerAddress address) {
      return scheduler.candidates(now).stream()
          .filter(one -> one.address().equals(address))
          .flatMap(one -> one.trouble().stream())
          .flatMap(trouble -> trouble.retryAt().stream())
          .findFirst()
          .orElseThrow();
    }

    @Test
    void ourOwnKeyIsNeverCalled() {
      assertThat(known(address(OUR_PLACE))).isEmpty();
      known(LARGE);
      tell(new PeerEvent.Failed(LARGE, Failure.OWN_KEY));
      assertThat(scheduler.candidates(now)).isEmpty();
    }

    @Test
    void aConnectionThatEndsIsMadeAgain() {
      known(LARGE);
      up(1, LARGE, Direction.OUTGOING);
      assertThat(tell(new PeerEvent.Down(1, Failure.DROPPED, false))).isEmpty();
      assertThat(tickAfter(Duration.ofSeconds(7))).containsExactly(dial(LARGE, Path.DIRECT));
    }

    @Test
    void aLineThatBreaksEveryFortySecondsIsUsedAgainAtOnceThoughNothingIsNew() {
      known(LARGE);
      for (int link = 1; link <= 20; link++) {
        up(link, LARGE, Direction.OUTGOING);
        tickAfter(Duration.ofSeconds(40));
        tell(new PeerEvent.Down(link, Failure.DROPPED, false));
        assertThat(tickAfter(Duration.ofSeconds(7))).containsExactly(dial(LARGE, Path.DIRECT));
      }
    }

    @Test
    void connectionsThatBreakAtOnceAreMadeMoreAndMoreSeldom() {
      assertThat(callsInTenMinutes(false)).isBetween(5, 9);
    }

    @Test
    void connectionsThatBringSomethingAreMadeAgainSoonHoweverShortTheyAre() {
      assertThat(callsInTenMinutes(true)).isGreaterThan(70);
    }

    /// Where each connection breaks at once.
    private int callsInTenMinutes(boolean eachBrings) {
      known(LARGE);
      int calls = 0;
      for (int second = 0; second < 600; second++) {
        if (!tickAfter(Duration.ofSeconds(1)).isEmpty()) {
          calls++;
          up(second, LARGE, Direction.OUTGOING);
          tell(new PeerEvent.Down(second, Failure.DROPPED, eachBrings));
        } else if (second == 0) {
          tell(new PeerEvent.Failed(LARGE, Failure.DROPPED));
        }
      }
      return calls;
    }

    @Test
    void afterSleepEverybodyIsTriedAgain() {
      known(LARGE);
      tell(new PeerEvent.Tick());
      for (int i = 0; i < 8; i++) {
        tell(new PeerEvent.Failed(LARGE, Failure.UNREACHABLE));
      }
      assertThat(tickAfter(Duration.ofSeconds(50))).isEmpty();
      tickAfter(Duration.ofSeconds(61));
      assertThat(tickAfter(Duration.ofSeconds(2))).containsExactly(dial(LARGE, Path.DIRECT));
    }

    @Test
    void aNewNetworkIsANewChance() {
      known(LARGE);
      for (int i = 0; i < 8; i++) {
        tell(new PeerEvent.Failed(LARGE, Failure.UNREACHABLE));
      }
      tell(new PeerEvent.NetworkChanged());
      assertThat(tickAfter(Duration.ofSeconds(2))).containsExactly(dial(LARGE, Path.DIRECT));
    }

    @Test
    void withoutQuotaNobodyIsCalledUnasked() {
      ConnectionScheduler quiet =
          new ConnectionScheduler(
              address(OUR_PLACE).id(),
              blocked::contains,
              followed::contains,
              peer -> true,
              Quotas.NONE,
              new Random(1));
      assertThat(quiet.on(new PeerEvent.Known(LARGE, Path.DIRECT, 0), now)).isEmpty();
      assertThat(quiet.on(new PeerEvent.Heard(LARGE, true), now)).isEmpty();
    }
  }

  @Nested
  class TwoConnectionsToOnePeer {
    @Test
    void madeAtOnceTheOneOfTheSmallerKeyStaysOnBothSides() {
      up(1, LARGE, Direction.INCOMING);
      assertThat(up(2, LARGE, Direction.OUTGOING)).containsExactly(closed(1));
      up(3, SMALL, Direction.INCOMING);
      assertThat(up(4, SMALL, Direction.OUTGOING)).containsExactly(closed(4));
    }

    @Test
    void theOrderInWhichTheyAreSeenDoesNotMatter() {
      up(1, LARGE, Direction.OUTGOING);
      assertThat(up(2, LARGE, Direction.INCOMING)).containsExactly(closed(2));
    }

    @Test
    void madeLaterTheNewerStays() {
      up(1, LARGE, Direction.OUTGOING);
      now = now.plusSeconds(6);
      assertThat(up(2, LARGE, Direction.INCOMING)).containsExactly(closed(1));
    }

    @Test
    void madeByTheSameSideTheNewerStays() {
      up(1, SMALL, Direction.INCOMING);
      assertThat(up(2, SMALL, Direction.INCOMING)).containsExactly(closed(1));
    }

    @Test
    void theOneThatWasClosedIsNoFailure() {
      known(LARGE);
      up(1, LARGE, Direction.OUTGOING);
      up(2, LARGE, Direction.INCOMING);
      tell(new PeerEvent.Down(2, Failure.DUPLICATE, false));
      assertThat(scheduler.candidates(now).getFirst().trouble()).isEmpty();
    }

    private PeerAction closed(long link) {
      return new PeerAction.Close(link, Failure.DUPLICATE);
    }
  }

  @Nested
  class Blocks {
    @Test
    void whoIsBlockedIsNeitherCalledNorKept() {
      blocked.add(LARGE.id());
      assertThat(heard(LARGE)).isEmpty();
      assertThat(known(LARGE)).isEmpty();
      assertThat(up(1, LARGE, Direction.INCOMING))
          .containsExactly(new PeerAction.Close(1, Failure.BLOCKED));
    }

    @Test
    void aNewBlockClosesTheConnection() {
      up(1, LARGE, Direction.INCOMING);
      up(2, SMALL, Direction.INCOMING);
      blocked.add(LARGE.id());
      assertThat(tell(new PeerEvent.BlocksChanged()))
          .containsExactly(new PeerAction.Close(1, Failure.BLOCKED));
    }

    @Test
    void whoIsNoLongerBlockedIsCalledAtOnce() {
      known(LARGE);
      up(1, LARGE, Direction.OUTGOING);
      blocked.add(LARGE.id());
      tell(new PeerEvent.BlocksChanged());
      tell(new PeerEvent.Down(1, Failure.BLOCKED, false));
      assertThat(tickAfter(Duration.ofMinutes(1))).isEmpty();
      assertThat(tell(new PeerEvent.BlocksChanged())).isEmpty();
      blocked.clear();
      assertThat(tell(new PeerEvent.BlocksChanged())).containsExactly(dial(LARGE, Path.DIRECT));
      tell(new PeerEvent.Failed(LARGE, Failure.TIMEOUT));
      assertThat(tell(new PeerEvent.BlocksChanged())).isEmpty();
    }
  }

  @Nested
  class WhatPeopleAsk {
    @Test
    void whatIsForgottenIsNotCalled() {
      known(LARGE);
      tell(new PeerEvent.Failed(LARGE, Failure.TIMEOUT));
      tell(new PeerEvent.Forgotten(LARGE));
      assertThat(tickAfter(Duration.ofHours(1))).isEmpty();
      assertThat(scheduler.candidates(now)).isEmpty();
    }

    @Test
    void aCallThatFailsAfterItWasForgottenBringsNothingBack() {
      tell(new PeerEvent.Asked(LARGE));
      tell(new PeerEvent.Forgotten(LARGE));
      tell(new PeerEvent.Failed(LARGE, Failure.TIMEOUT));
      assertThat(scheduler.candidates(now)).isEmpty();
    }

    @Test
    void anAddressSomebodyCallsIsNotCalledTwice() {
      tell(new PeerEvent.Asked(LARGE));
      assertThat(heard(LARGE)).isEmpty();
      assertThat(scheduler.candidates(now).getFirst().dialling()).hasValue(now);
    }

    @Test
    void whatWentWrongCanBeShown() {
      tell(new PeerEvent.Asked(LARGE));
      tell(new PeerEvent.Failed(LARGE, Failure.PORT_CLOSED));
      assertThat(scheduler.candidates(now).getFirst().trouble().orElseThrow().failure())
          .isEqualTo(Failure.PORT_CLOSED);
    }
  }
}
