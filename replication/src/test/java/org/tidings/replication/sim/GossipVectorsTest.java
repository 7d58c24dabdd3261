package org.tidings.replication.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tidings.feed.Vectors;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonNumber;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;

/// gossip-convergence.json: whole networks, and the clocks they must end with, whatever breaks on
/// the way.
class GossipVectorsTest {
  @TestFactory
  Stream<DynamicTest> networksEndWithTheSameClocks() {
    return withSeeds(3, (test, seed) -> new Case(test, seed).calm());
  }

  @TestFactory
  Stream<DynamicTest> droppedConnectionsAndRestartsChangeNothing() {
    return withSeeds(3, (test, seed) -> new Case(test, seed).rough());
  }

  @TestFactory
  Stream<DynamicTest> peersThatDoNotSpeakEbtChangeNothing() {
    return withSeeds(3, (test, seed) -> new Case(test, seed).withOldPeers().calm());
  }

  @TestFactory
  Stream<DynamicTest> norDoTheyWhereConnectionsDropAndPeersRestart() {
    return withSeeds(3, (test, seed) -> new Case(test, seed).withOldPeers().rough());
  }

  private interface Run {
    void on(JsonObject test, long seed);
  }

  private static Stream<DynamicTest> withSeeds(int seeds, Run run) {
    return Vectors.cases("gossip-convergence.json", "cases").stream()
        .flatMap(
            test ->
                LongStream.rangeClosed(1, seeds)
                    .mapToObj(
                        seed ->
                            DynamicTest.dynamicTest(
                                test.string("desc").orElseThrow() + ", seed " + seed,
                                () -> run.on(test, seed))));
  }

  private static final class Case {
    private final SimNetwork network;
    private final Map<String, SimPeer> peers = new LinkedHashMap<>();
    private final List<List<SimPeer>> connections = new ArrayList<>();
    private final JsonObject test;

    Case(JsonObject test, long seed) {
      this.test = test;
      this.network = new SimNetwork(seed);
      Set<List<FeedId>> blocks = new HashSet<>();
      for (Json pair : list(test, "blocks")) {
        blocks.add(List.of(id(text(pair, 0)), id(text(pair, 1))));
      }
      for (Json name : list(test, "nodes")) {
        FeedId id = id(name.asString().orElseThrow());
        SimPeer peer = new SimPeer(network, id, (a, b) -> blocks.contains(List.of(a, b)));
        peers.put(name.asString().orElseThrow(), network.add(peer));
      }
      object(test, "wants").forEach((name, feeds) -> wants(peers.get(name), (JsonArray) feeds));
      object(test, "has").forEach((name, feeds) -> has(peers.get(name), (JsonObject) feeds));
      for (Json pair : list(test, "connections")) {
        connections.add(List.of(peers.get(text(pair, 0)), peers.get(text(pair, 1))));
      }
      peers.values().forEach(SimPeer::start);
    }

    /// Some of them, or all, do without EBT.
    Case withOldPeers() {
      any(new ArrayList<>(peers.values())).withoutEbt();
      for (SimPeer peer : peers.values()) {
        if (network.random.nextInt(3) == 0) {
          peer.withoutEbt();
        }
      }
      return this;
    }

    void calm() {
      connectAll();
      settle();
    }

    void rough() {
      connectAll();
      for (int i = 0; i < 60; i++) {
        network.runUntil(network.now() + network.random.nextInt(800));
        List<SimLink> links = network.links();
        if (network.random.nextInt(4) == 0) {
          SimPeer victim = any(new ArrayList<>(peers.values()));
          victim.stop(network.random.nextBoolean());
          victim.start();
        } else if (!links.isEmpty()) {
          any(links).close(network.random.nextBoolean());
        }
        if (network.random.nextInt(3) == 0) {
          connectAll();
        }
      }
      connectAll();
      settle();
    }

    private void settle() {
      assertThat(network.runUntilQuiet()).isTrue();
      object(test, "final")
          .forEach((name, feeds) -> check(name, peers.get(name), (JsonObject) feeds));
    }

    private void check(String name, SimPeer peer, JsonObject expected) {
      Map<String, Long> heads = new LinkedHashMap<>();
      for (String feed : expected.keys()) {
        heads.put(feed, peer.head(id(feed)));
      }
      assertThat(heads).as(name).isEqualTo(numbers(expected));
    }

    private void connectAll() {
      for (List<SimPeer> pair : connections) {
        int dialer = network.random.nextInt(2);
        network.connect(pair.get(dialer), pair.get(1 - dialer));
      }
    }

    private <T> T any(List<T> all) {
      return all.get(network.random.nextInt(all.size()));
    }
  }

  private static void wants(SimPeer peer, JsonArray feeds) {
    feeds.items().forEach(feed -> peer.wants(id(feed.asString().orElseThrow())));
  }

  private static void has(SimPeer peer, JsonObject feeds) {
    numbers(feeds).forEach((feed, head) -> peer.has(id(feed), head));
  }

  private static Map<String, Long> numbers(JsonObject object) {
    Map<String, Long> numbers = new LinkedHashMap<>();
    object.forEach((key, value) -> numbers.put(key, (long) ((JsonNumber) value).value()));
    return numbers;
  }

  /// `n7` writes the feed whose id starts with 7.
  private static FeedId id(String name) {
    return SomePeers.id(Integer.parseInt(name.substring(1)));
  }

  private static List<Json> list(JsonObject test, String key) {
    return test.array(key).orElseThrow().items();
  }

  private static JsonObject object(JsonObject test, String key) {
    return test.object(key).orElseThrow();
  }

  private static String text(Json pair, int index) {
    return ((JsonArray) pair).items().get(index).asString().orElseThrow();
  }
}
