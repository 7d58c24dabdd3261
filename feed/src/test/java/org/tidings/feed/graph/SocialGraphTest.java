package org.tidings.feed.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.Vectors;
import org.tidings.feed.content.Contact.Edge;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;

class SocialGraphTest {

  private static final FeedId ME = feed("me");
  private static final FeedId ANN = feed("ann");
  private static final FeedId BOB = feed("bob");
  private static final FeedId CLEO = feed("cleo");
  private static final FeedId DAN = feed("dan");

  private final SocialGraph graph = new SocialGraph(ME, 3);

  @TestFactory
  Stream<DynamicTest> hopsAreThoseOfTheReference() {
    return Vectors.cases("hops.json", "cases").stream()
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.string("desc").orElseThrow(), () -> hopsAreThoseOf(vector)));
  }

  private static void hopsAreThoseOf(JsonObject vector) {
    FeedId root = FeedId.parse(vector.string("root").orElseThrow()).orElseThrow();
    SocialGraph graph = new SocialGraph(root, (int) vector.number("max").orElseThrow());
    for (var contact : vector.array("contacts").orElseThrow().items()) {
      JsonObject content = ((JsonObject) contact).object("content").orElseThrow();
      graph.put(parse((JsonObject) contact, "author"), parse(content, "contact"), edgeIn(content));
      graph.settle();
    }
    Map<FeedId, Hops> expected = new HashMap<>();
    JsonObject hops = vector.object("hops").orElseThrow();
    for (String feed : hops.keys()) {
      expected.put(
          FeedId.parse(feed).orElseThrow(), Hops.of((int) hops.number(feed).orElseThrow()));
    }
    assertThat(graph.known()).isEqualTo(expected);
  }

  private static FeedId parse(JsonObject object, String key) {
    return FeedId.parse(object.string(key).orElseThrow()).orElseThrow();
  }

  private static Edge edgeIn(JsonObject content) {
    if (content.bool("blocking").orElse(false) || content.has("flagged")) {
      return Edge.BLOCK;
    }
    return content.bool("following").orElse(false) ? Edge.FOLLOW : Edge.NEUTRAL;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyChangeEndsWithTheAnswerOfASearchFromScratch(int seed) {
    Random random = new Random(seed);
    List<FeedId> feeds = IntStream.range(0, 12).mapToObj(i -> feed("feed" + i)).toList();
    SocialGraph incremental = new SocialGraph(feeds.getFirst(), 3);
    Map<List<FeedId>, Edge> edges = new HashMap<>();
    for (int step = 0; step < 400; step++) {
      FeedId from = feeds.get(random.nextInt(feeds.size()));
      FeedId to = feeds.get(random.nextInt(feeds.size()));
      Edge edge = List.of(Edge.FOLLOW, Edge.NEUTRAL, Edge.BLOCK).get(random.nextInt(3));
      edges.put(List.of(from, to), edge);
      incremental.put(from, to, edge);
      if (random.nextBoolean()) {
        incremental.settle();
        assertThat(incremental.known())
            .as("seed %d, step %d", seed, step)
            .isEqualTo(fromScratch(feeds.getFirst(), 3, edges));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void soDoesAChangeOfHowFarFeedsAreWanted(int seed) {
    Random random = new Random(seed);
    List<FeedId> feeds = IntStream.range(0, 12).mapToObj(i -> feed("feed" + i)).toList();
    SocialGraph incremental = new SocialGraph(feeds.getFirst(), 2);
    Map<List<FeedId>, Edge> edges = new HashMap<>();
    for (int step = 0; step < 200; step++) {
      FeedId from = feeds.get(random.nextInt(feeds.size()));
      FeedId to = feeds.get(random.nextInt(feeds.size()));
      Edge edge = List.of(Edge.FOLLOW, Edge.FOLLOW, Edge.BLOCK).get(random.nextInt(3));
      edges.put(List.of(from, to), edge);
      incremental.put(from, to, edge);
      int hops = 1 + random.nextInt(4);
      incremental.wantWithin(hops);
      incremental.settle();
      assertThat(incremental.known())
          .as("seed %d, step %d, %d hops", seed, step, hops)
          .isEqualTo(fromScratch(feeds.getFirst(), hops, edges));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void soDoesTakingInAllAtOnceAndWhatChangesThen(int seed) {
    Random random = new Random(seed);
    List<FeedId> feeds = IntStream.range(0, 12).mapToObj(i -> feed("feed" + i)).toList();
    SocialGraph filled = new SocialGraph(feeds.getFirst(), 3);
    Map<List<FeedId>, Edge> edges = new HashMap<>();
    for (int step = 0; step < 80; step++) {
      FeedId from = feeds.get(random.nextInt(feeds.size()));
      FeedId to = feeds.get(random.nextInt(feeds.size()));
      edges.put(
          List.of(from, to), List.of(Edge.FOLLOW, Edge.NEUTRAL, Edge.BLOCK).get(random.nextInt(3)));
      filled.replace(
          all -> edges.forEach((ends, edge) -> all.put(ends.getFirst(), ends.getLast(), edge)));
      assertThat(filled.known())
          .as("seed %d, step %d", seed, step)
          .isEqualTo(fromScratch(feeds.getFirst(), 3, edges));
      filled.put(from, to, Edge.NEUTRAL);
      edges.put(List.of(from, to), Edge.NEUTRAL);
      filled.settle();
      assertThat(filled.known())
          .as("seed %d, after step %d", seed, step)
          .isEqualTo(fromScratch(feeds.getFirst(), 3, edges));
    }
  }

  /// Searches level by level, with no memory of what was before.
  private static Map<FeedId, Hops> fromScratch(
      FeedId root, int max, Map<List<FeedId>, Edge> edges) {
    Map<FeedId, Hops> settled = new HashMap<>(Map.of(root, Hops.SELF));
    for (int steps = 1; steps <= max + 1; steps++) {
      Map<FeedId, Hops> level = new HashMap<>();
      int current = steps;
      edges.forEach(
          (ends, edge) -> {
            Hops there = settled.get(ends.getFirst());
            if (there != null && there.isWithin(max - 1) && !settled.containsKey(ends.getLast())) {
              Hops found = beyond(there, edge);
              if (found.steps() == current) {
                level.merge(ends.getLast(), found, Hops::nearer);
              }
            }
          });
      settled.putAll(level);
    }
    return settled;
  }

  private static Hops beyond(Hops there, Edge edge) {
    return switch (edge) {
      case FOLLOW -> Hops.of(there.value() + 1);
      case BLOCK -> Hops.of(-there.value() - 1);
      case NEUTRAL -> Hops.of(-there.value() - 2);
    };
  }

  @Nested
  class WhatIsWanted {

    @Test
    void nobodyButUsInAnEmptyGraph() {
      assertThat(graph.wanted()).containsExactly(ME);
    }

    @Test
    void nobodyButUsAtNoHopsNorWhomWeBlock() {
      SocialGraph alone = new SocialGraph(ME, 0);
      alone.keep(ANN);
      alone.put(ME, ANN, Edge.BLOCK);
      alone.put(ME, BOB, Edge.FOLLOW);
      alone.settle();
      assertThat(alone.wanted()).containsExactly(ME);
      assertThat(alone.hops(ANN)).isEqualTo(Hops.BLOCKED);
    }

    @Test
    void friendsOfFriendsAreWantedUpToTheLastHop() {
      follow(ME, ANN);
      follow(ANN, BOB);
      follow(BOB, CLEO);
      follow(CLEO, DAN);
      graph.settle();
      assertThat(graph.wanted()).containsExactlyInAnyOrder(ME, ANN, BOB, CLEO);
      assertThat(graph.wants(DAN)).isFalse();
    }

    @Test
    void theNearestComeFirstAndWhatIsKeptLast() {
      graph.keep(DAN);
      follow(BOB, CLEO);
      follow(ANN, BOB);
      follow(ME, ANN);
      graph.settle();
      assertThat(graph.wanted()).containsExactly(ME, ANN, BOB, CLEO, DAN);
    }

    @Test
    void ourBlockOutweighsAFriendsFollow() {
      follow(ME, ANN);
      follow(ANN, BOB);
      graph.put(ME, BOB, Edge.BLOCK);
      graph.settle();
      assertThat(graph.wanted()).containsExactlyInAnyOrder(ME, ANN);
      assertThat(graph.hops(BOB)).isEqualTo(Hops.BLOCKED);
    }

    @Test
    void whatIsKeptIsWantedHoweverFarUnlessItIsBlocked() {
      graph.keep(CLEO);
      graph.keep(BOB);
      graph.put(ME, BOB, Edge.BLOCK);
      graph.settle();
      assertThat(graph.wanted()).containsExactlyInAnyOrder(ME, CLEO);
      assertThat(graph.wants(CLEO)).isTrue();
      graph.keepOnly(Set.of());
      assertThat(graph.wanted()).containsExactly(ME);
    }

    @Test
    void unfollowingCutsOffWhoeverWasReachedThatWay() {
      follow(ME, ANN);
      follow(ANN, BOB);
      follow(BOB, ANN);
      graph.settle();
      graph.put(ME, ANN, Edge.NEUTRAL);
      assertThat(graph.settle().keySet()).containsExactlyInAnyOrder(ANN, BOB);
      assertThat(graph.wanted()).containsExactly(ME);
      assertThat(graph.hops(BOB)).isEqualTo(Hops.UNKNOWN);
    }
  }

  @Nested
  class Relationships {

    @Test
    void aFriendFollowsBack() {
      follow(ME, ANN);
      follow(ANN, ME);
      graph.settle();
      assertThat(graph.relationship(ANN))
          .isEqualTo(new Relationship(true, true, false, false, Hops.of(1)));
      assertThat(graph.relationship(ANN).isFriend()).isTrue();
    }

    @Test
    void blocksAreKnownOfFeedsOutOfReachToo() {
      graph.put(ANN, ME, Edge.BLOCK);
      graph.settle();
      assertThat(graph.blocks(ANN, ME)).isTrue();
      assertThat(graph.blocks(ME, ANN)).isFalse();
      assertThat(graph.relationship(ANN).blocksUs()).isTrue();
    }

    @Test
    void nobodyBlocksThemselves() {
      graph.put(ANN, ANN, Edge.BLOCK);
      graph.settle();
      assertThat(graph.blocks(ANN, ANN)).isFalse();
      assertThat(graph.blockersOf(ANN)).isEmpty();
    }

    @Test
    void allWhoBlockSomebodyAreKnown() {
      graph.put(ANN, DAN, Edge.BLOCK);
      graph.put(BOB, DAN, Edge.BLOCK);
      follow(CLEO, DAN);
      graph.settle();
      assertThat(graph.blockersOf(DAN)).containsExactlyInAnyOrder(ANN, BOB);
      graph.put(BOB, DAN, Edge.NEUTRAL);
      graph.settle();
      assertThat(graph.blockersOf(DAN)).containsExactly(ANN);
      assertThat(graph.blockersOf(feed("nobody"))).isEmpty();
    }

    @Test
    void strangersHaveNone() {
      assertThat(graph.relationship(DAN))
          .isEqualTo(new Relationship(false, false, false, false, Hops.UNKNOWN));
    }
  }

  @Test
  void repeatingWhatWasSaidIsNoChange() {
    follow(ME, ANN);
    graph.settle();
    long before = graph.revision();
    follow(ME, ANN);
    assertThat(graph.revision()).isEqualTo(before);
    assertThat(graph.settle()).isEmpty();
  }

  private void follow(FeedId from, FeedId to) {
    graph.put(from, to, Edge.FOLLOW);
  }

  private static FeedId feed(String name) {
    return FeedId.of(SomeKeys.of(name).publicKey());
  }
}
