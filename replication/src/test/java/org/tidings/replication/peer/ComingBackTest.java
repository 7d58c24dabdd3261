package org.tidings.replication.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidings.replication.peer.TimedScheduler.address;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.PeerAddress;

/// Who announces themselves on the local network after calls there were in vain.
class ComingBackTest {
  private static final NetAddress FRIEND = address(99);

  private final Set<FeedId> blocked = new HashSet<>();
  private final Set<FeedId> followed = new HashSet<>();
  private final TimedScheduler scheduler =
      new TimedScheduler(
          new ConnectionScheduler(
              address(50).id(),
              blocked::contains,
              followed::contains,
              peer -> true,
              Quotas.USUAL,
              new Random(1)));

  private List<PeerAction> heard(PeerAddress address) {
    return scheduler.tell(new PeerEvent.Heard(address, true));
  }

  /// Somebody we know, who has not answered for long.
  private void knownInVain(NetAddress address, Failure failure) {
    followed.add(address.id());
    scheduler.tell(new PeerEvent.Known(address, Path.DIRECT, 0));
    for (int i = 0; i < 10; i++) {
      scheduler.tell(new PeerEvent.Failed(address, failure));
    }
  }

  private static PeerAction dial(PeerAddress address) {
    return new PeerAction.Dial(address, Path.DIRECT);
  }

  @Test
  void aFriendWhoComesBackIsCalledAtOnce() {
    knownInVain(FRIEND, Failure.UNREACHABLE);
    assertThat(heard(FRIEND)).containsExactly(dial(FRIEND));
  }

  @Test
  void whoIsHeardAllAlongIsNotCalledSooner() {
    knownInVain(FRIEND, Failure.UNREACHABLE);
    heard(FRIEND);
    scheduler.tell(new PeerEvent.Failed(FRIEND, Failure.PORT_CLOSED));
    for (int i = 0; i < 20; i++) {
      assertThat(scheduler.tickAfter(Duration.ofSeconds(15))).isEmpty();
      assertThat(heard(FRIEND)).isEmpty();
    }
    scheduler.tickAfter(Duration.ofSeconds(21));
    assertThat(heard(FRIEND)).containsExactly(dial(FRIEND));
  }

  @Test
  void whoDoesNotWantUsIsLeftAlone() {
    knownInVain(FRIEND, Failure.REFUSED);
    assertThat(heard(FRIEND)).isEmpty();
  }

  @Test
  void theSmallerKeyCallsFirst() {
    NetAddress small = address(1);
    knownInVain(small, Failure.UNREACHABLE);
    assertThat(heard(small)).isEmpty();
    assertThat(scheduler.tickAfter(Duration.ofSeconds(2))).containsExactly(dial(small));
  }

  @Test
  void aCrowdThatComesAndGoesIsCalledOnceASecond() {
    List<NetAddress> friends = IntStream.range(60, 90).mapToObj(n -> address(n)).toList();
    friends.forEach(friend -> knownInVain(friend, Failure.UNREACHABLE));
    int calls = 0;
    for (int second = 0; second < 60; second++) {
      List<PeerAction> dialled = new ArrayList<>(scheduler.tickAfter(Duration.ofSeconds(1)));
      if (second % 25 == 0) {
        friends.forEach(friend -> dialled.addAll(heard(friend)));
      }
      calls += dialled.size();
      for (PeerAction action : dialled) {
        PeerAddress called = ((PeerAction.Dial) action).address();
        scheduler.tell(new PeerEvent.Failed(called, Failure.PORT_CLOSED));
      }
    }
    assertThat(calls).isBetween(50, 60);
  }

  @Test
  void anAnnouncementThatIsLostMakesNobodyLeave() {
    heard(FRIEND);
    scheduler.tell(new PeerEvent.Failed(FRIEND, Failure.TIMEOUT));
    scheduler.tickAfter(Duration.ofSeconds(40));
    assertThat(scheduler.candidates()).isEqualTo(1);
  }
}
