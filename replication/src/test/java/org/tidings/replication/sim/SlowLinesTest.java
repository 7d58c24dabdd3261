package org.tidings.replication.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tidings.replication.sim.SimLink.Pace;

/// Many feeds over slow lines on which much is under way: a feed whose turn has not come is neither
/// asked for again, nor of somebody else who is as slow.
class SlowLinesTest {
  private static final int FEEDS = 200;
  private static final int EACH = 100;
  private static final int ALL = FEEDS * EACH;

  /// As much is under way as waits to be sent in a connection of ours.
  private static final Pace SLOW = new Pace(30_000, 200, 20, 500, 1_000);

  private final SimNetwork network = new SimNetwork(1);
  private final SimPeer newcomer = new SimPeer(network, SomePeers.id(FEEDS), (a, b) -> false);

  @Test
  void nothingComesTwiceFromTheOnlyOneWhoHasIt() {
    meet(1, 0);
    assertThat(newcomer.counts.messages).isEqualTo(ALL);
  }

  @Test
  void ofTwoEachBringsAShare() {
    meet(2, 0);
    assertThat(newcomer.counts.duplicates).isLessThan(ALL / 20);
    assertThat(network.links()).allMatch(link -> link.bytes() < 2L * ALL * SLOW.messageBytes() / 3);
  }

  @Test
  void ofAFriendAndAStrangerEachBringsAShare() {
    meet(1, 1);
    assertThat(newcomer.counts.duplicates).isLessThan(ALL / 20);
    assertThat(network.links()).allMatch(link -> link.bytes() < 2L * ALL * SLOW.messageBytes() / 3);
  }

  /// Comes to so many who have everything, and has it from them.
  private void meet(int friends, int strangers) {
    for (int i = 0; i < FEEDS; i++) {
      newcomer.wants(SomePeers.id(i), i < friends);
    }
    network.add(newcomer).start();
    for (int i = 0; i < friends + strangers; i++) {
      SimPeer friend = new SimPeer(network, SomePeers.id(i), (a, b) -> false);
      newcomer.wanted().forEach(feed -> friend.wants(feed).has(feed, EACH));
      network.add(friend).start();
      network.connect(newcomer, friend, SLOW);
    }
    assertThat(network.runUntilQuiet()).isTrue();
    assertThat(newcomer.wanted()).allMatch(feed -> newcomer.head(feed) == EACH);
  }
}
