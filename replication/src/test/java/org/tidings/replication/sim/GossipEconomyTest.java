package org.tidings.replication.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What keeping thirty peers alike costs: how often each message travels, and what links carry
/// that have nothing to carry.
class GossipEconomyTest {
  private static final int PEERS = 30;
  private static final int POSTS = 600;
  private static final double OFTEN_ENOUGH = 1.2;

  private final List<SimPeer> peers = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aMessageComesToEachPeerAboutOnce(long seed) {
    SimNetwork network = warm(seed);
    long before = arrivals();
    for (int i = 0; i < POSTS; i++) {
      peers.get(network.random.nextInt(PEERS)).publish();
      network.runUntil(network.now() + network.random.nextInt(3_000));
    }
    assertThat(network.runUntilQuiet()).isTrue();
    double perMessage = (double) (arrivals() - before) / POSTS;
    assertThat(perMessage / (PEERS - 1)).as("per peer").isBetween(1.0, OFTEN_ENOUGH);
    assertThat(perMessage / network.links().size()).as("per link").isLessThan(OFTEN_ENOUGH);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anIdleLinkCarriesNextToNothing(long seed) {
    SimNetwork network = warm(seed);
    List<SimLink> links = network.links();
    long before = links.stream().mapToLong(SimLink::bytes).sum();
    int minutes = 10;
    network.runUntil(network.now() + minutes * 60_000L);
    long carried = links.stream().mapToLong(SimLink::bytes).sum() - before;
    assertThat(carried / links.size() / minutes).isLessThan(1_000);
  }

  /// Everybody wants everything and follows half of it, a tree of links and as many more connect
  /// all, and all are alike.
  private SimNetwork warm(long seed) {
    SimNetwork network = new SimNetwork(seed);
    for (int i = 0; i < PEERS; i++) {
      SimPeer peer = new SimPeer(network, SomePeers.id(i), (a, b) -> false);
      peers.add(network.add(peer.has(peer.id(), 20)));
    }
    peers.forEach(
        peer -> peers.forEach(other -> peer.wants(other.id(), network.random.nextBoolean())));
    peers.forEach(SimPeer::start);
    for (int i = 1; i < PEERS; i++) {
      network.connect(peers.get(i), peers.get(network.random.nextInt(i)));
      network.connect(peers.get(i), peers.get(network.random.nextInt(i)));
    }
    assertThat(network.runUntilQuiet()).isTrue();
    for (SimPeer peer : peers) {
      assertThat(peers).allMatch(other -> other.head(peer.id()) == 20);
    }
    return network;
  }

  private long arrivals() {
    return peers.stream().mapToLong(peer -> peer.counts.messages).sum();
  }
}
