package org.tidings.feed.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tidings.feed.content.Contact.Edge;
import org.tidings.feed.ref.FeedId;

/// A hundred thousand edges at once, in the shapes that cost most, and of one feed more than count
/// of any but ours. How long they take is for `FollowFloodBench`; here only work that grows with
/// the square of them runs out of time.
@Timeout(60)
class FollowFloodTest {

  private static final int EDGES = 100_000;

  private static final FeedId ME = feed(0);
  private static final FeedId MALLORY = feed(1);

  private static FeedId feed(int number) {
    return FeedId.of(ByteBuffer.allocate(32).putInt(number).array());
  }

  private static List<FeedId> crowd() {
    List<FeedId> crowd = new ArrayList<>();
    for (int i = 0; i < EDGES; i++) {
      crowd.add(feed(2 + i));
    }
    return crowd;
  }

  private static SocialGraph graph() {
    SocialGraph graph = new SocialGraph(ME, 3);
    graph.put(ME, MALLORY, Edge.FOLLOW);
    graph.settle();
    return graph;
  }

  @Test
  void oneWhoFollowsEverybodyIsTakenInAndOutAgain() {
    SocialGraph graph = graph();
    List<FeedId> crowd = crowd();
    crowd.forEach(somebody -> graph.put(MALLORY, somebody, Edge.FOLLOW));
    graph.settle();
    assertThat(graph.wanted()).hasSize(EDGES + 2);
    graph.put(ME, MALLORY, Edge.BLOCK);
    graph.settle();
    assertThat(graph.wanted()).hasSize(1);
  }

  @Test
  void inNoOrderAtAll() {
    SocialGraph graph = graph();
    List<FeedId> crowd = crowd();
    FeedId other = feed(-1);
    crowd.forEach(somebody -> graph.put(other, somebody, Edge.FOLLOW));
    graph.settle();
    Collections.shuffle(crowd, new Random(1));
    crowd.forEach(somebody -> graph.put(MALLORY, somebody, Edge.FOLLOW));
    graph.settle();
    assertThat(graph.wanted()).hasSize(EDGES + 2);
  }

  @Test
  void everybodyFollowsOne() {
    SocialGraph graph = graph();
    List<FeedId> crowd = crowd();
    crowd.forEach(somebody -> graph.put(MALLORY, somebody, Edge.FOLLOW));
    graph.settle();
    FeedId star = feed(-1);
    crowd.forEach(somebody -> graph.put(somebody, star, Edge.FOLLOW));
    graph.settle();
    assertThat(graph.hops(star)).isEqualTo(Hops.of(3));
  }
}
