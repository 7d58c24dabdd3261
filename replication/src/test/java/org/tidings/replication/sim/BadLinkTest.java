package org.tidings.replication.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidings.replication.sim.SimLink.Pace;

/// A link of 8 KB a second with two seconds of delay each way, cut every forty seconds: a post gets
/// through all the same.
class BadLinkTest {
  private static final Pace BAD = new Pace(8_000, 2_000, 200, 2_048);
  private static final long LASTS_MS = 40_000;

  /// Two round trips of the handshake, and half a one until the stream is open.
  private static final long BEGINS_MS = 10_000;

  private final SimNetwork network = new SimNetwork(1);
  private final SimPeer author = new SimPeer(network, SomePeers.id(0), (a, b) -> false);
  private final SimPeer friend = new SimPeer(network, SomePeers.id(1), (a, b) -> false);

  @ParameterizedTest
  @CsvSource({"10, 0", "1000, 0", "2000, 0", "1000, 5"})
  void aPostArrivesWithinThreeConnections(int feeds, int feedsBehind) {
    for (int i = 0; i < feeds; i++) {
      author.wants(SomePeers.id(i)).has(SomePeers.id(i), 100);
      friend.wants(SomePeers.id(i)).has(SomePeers.id(i), i > feeds - feedsBehind ? 50 : 100);
    }
    network.add(author).start();
    network.add(friend).start();
    author.publish();
    int connections = 0;
    while (friend.head(author.id()) < author.head(author.id()) && connections < 20) {
      connections++;
      connection();
    }
    assertThat(connections).isLessThanOrEqualTo(3);
  }

  private void connection() {
    network.runUntil(network.now() + BEGINS_MS);
    network.connect(friend, author, BAD);
    network.runUntil(network.now() + LASTS_MS - BEGINS_MS);
    network.links().forEach(link -> link.close(true));
  }
}
