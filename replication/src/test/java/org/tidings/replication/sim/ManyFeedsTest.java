package org.tidings.replication.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.replication.sim.SimLink.Pace;

/// Two peers that both have twenty thousand feeds: what is new does not wait for what is not.
class ManyFeedsTest {
  private static final int FEEDS = 20_000;
  private static final int POSTS = 20;
  private static final long BETWEEN_POSTS_MS = 50;
  private static final long SOON_MS = 1_000;

  /// Not the best Wi-Fi.
  private static final Pace WIFI = new Pace(4_000_000, 5, 5, 500);

  private final SimNetwork network = new SimNetwork(1);
  private final SimPeer alice = new SimPeer(network, SomePeers.id(0), (a, b) -> false);
  private final SimPeer bob = new SimPeer(network, SomePeers.id(1), (a, b) -> false);

  @BeforeEach
  void start() {
    for (SimPeer peer : List.of(alice, bob)) {
      for (int i = 0; i < FEEDS; i++) {
        peer.wants(SomePeers.id(i)).has(SomePeers.id(i), 100);
      }
      network.add(peer).start();
    }
  }

  @Test
  void postsComeSoonWhileTheFirstNotesAreUnderWayAndEverAfter() {
    network.connect(alice, bob, WIFI);
    assertThat(slowest(alice, bob)).isLessThan(SOON_MS);
    assertThat(slowest(bob, alice)).isLessThan(SOON_MS);
  }

  @Test
  void whenTheyMeetAgainOnlyWhatIsNewIsSpokenOf() {
    network.connect(alice, bob, WIFI);
    assertThat(network.runUntilQuiet()).isTrue();
    network.links().getFirst().close(true);
    alice.publish();
    network.connect(bob, alice, WIFI);
    assertThat(network.runUntilQuiet()).isTrue();
    assertThat(bob.head(alice.id())).isEqualTo(101);
    assertThat(network.links().getFirst().bytes()).isLessThan(2_000);
  }

  /// How long the slowest of some posts takes to the other, in ms.
  private long slowest(SimPeer author, SimPeer reader) {
    List<Long> late = new ArrayList<>();
    for (int i = 0; i < POSTS; i++) {
      author.publish();
      long published = network.now();
      long next = published + BETWEEN_POSTS_MS;
      while (reader.head(author.id()) < author.head(author.id())
          && network.now() - published <= SOON_MS) {
        network.runUntil(network.now() + 1);
      }
      late.add(network.now() - published);
      network.runUntil(Math.max(next, network.now()));
    }
    return late.stream().max(Long::compare).orElseThrow();
  }
}
