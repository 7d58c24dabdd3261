package org.tidings.feed.bench;

import java.nio.ByteBuffer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tidings.feed.content.Contact.Edge;
import org.tidings.feed.graph.SocialGraph;
import org.tidings.feed.ref.FeedId;

/// How long a hundred thousand edges at once keep the writer, in the shapes that cost most.
class FollowFloodBench {

  private static final int EDGES = 100_000;
  private static final int ROUNDS = 5;

  private static final FeedId ME = feed(0);
  private static final FeedId MALLORY = feed(1);
  private static final FeedId STAR = feed(-1);

  @Test
  void floodsOfFollows() {
    for (int round = 1; round <= ROUNDS; round++) {
      SocialGraph graph = new SocialGraph(ME, 3);
      graph.put(ME, MALLORY, Edge.FOLLOW);
      graph.settle();
      System.out.printf("round %d: one follows %,d%n", round, EDGES);
      flood(graph, "taken in", i -> graph.put(MALLORY, feed(2 + i), Edge.FOLLOW));
      flood(graph, "all of them follow one more", i -> graph.put(feed(2 + i), STAR, Edge.FOLLOW));
      long start = System.nanoTime();
      graph.put(ME, MALLORY, Edge.BLOCK);
      graph.settle();
      print("that one is blocked", start);
    }
  }

  private static void flood(SocialGraph graph, String what, IntConsumer edge) {
    long start = System.nanoTime();
    IntStream.range(0, EDGES).forEach(edge);
    graph.settle();
    print(what, start);
  }

  private static void print(String what, long start) {
    System.out.printf("  %s: %,d ms%n", what, (System.nanoTime() - start) / 1_000_000);
  }

  private static FeedId feed(int number) {
    return FeedId.of(ByteBuffer.allocate(32).putInt(number).array());
  }
}
