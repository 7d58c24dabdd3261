package org.tidings.feed.bench;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.Feeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Contact.Edge;
import org.tidings.feed.graph.SocialGraph;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.log.Origin;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.ref.FeedId;

/// How long a hundred thousand edges at once keep the writer, in the shapes that cost most; how
/// long they take from the first message offered to the last one stored with all hops settled,
/// beside as many posts, whose signatures cost as much.
class FollowFloodBench {

  private static final int EDGES = 100_000;
  private static final int ROUNDS = 3;
  private static final int PAGE = 50;

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

  @Test
  void floodsOfFollowsTakenIn(@TempDir Path folder) throws PublishRefused {
    SomeFeed follower = SomeFeed.of("mallory");
    SomeFeed writer = SomeFeed.of("ann");
    for (int i = 0; i < EDGES; i++) {
      follower.write(Contact.follow(feed(2 + i)).toJson());
      writer.post("post number " + i);
    }
    for (int round = 1; round <= ROUNDS; round++) {
      try (TempFeeds temp = new TempFeeds(folder.resolve("round " + round))) {
        Feeds feeds = temp.feeds();
        feeds.publisher().publish(Contact.follow(follower.id()).toJson());
        feeds.publisher().publish(Contact.follow(writer.id()).toJson());
        System.out.printf("round %d: %,d messages%n", round, EDGES);
        takeIn(temp, writer, "posts");
        takeIn(temp, follower, "follows, and all hops");
        if (feeds.graph().wanted().size() != EDGES + 3) {
          throw new IllegalStateException("some edges are missing");
        }
      }
    }
  }

  @Test
  void readingAfterAFlood(@TempDir Path folder) throws PublishRefused {
    SomeFeed follower = SomeFeed.of("mallory");
    follower.post("the only post");
    for (int i = 0; i < EDGES; i++) {
      follower.write(Contact.follow(feed(2 + i)).toJson());
    }
    try (TempFeeds temp = new TempFeeds(folder)) {
      Feeds feeds = temp.feeds();
      feeds.publisher().publish(Contact.follow(follower.id()).toJson());
      takeIn(temp, follower, "follows, and all hops");
      temp.settled();
      for (int round = 1; round <= ROUNDS; round++) {
        long start = System.nanoTime();
        feeds.timeline().home(TimelineFilter.IN_REACH, TimelineKey.TOP, PAGE);
        print("home", start);
        start = System.nanoTime();
        feeds.timeline().by(follower.id(), TimelineKey.TOP, PAGE);
        print("posts of the one who follows all", start);
        start = System.nanoTime();
        feeds.profiles().of(follower.id());
        print("profile of the one who follows all", start);
      }
    }
  }

  private static void takeIn(TempFeeds temp, SomeFeed author, String what) {
    long start = System.nanoTime();
    temp.ingest(author.values(), new Origin.FromPeer(author.id()));
    print(what, start);
  }

  private static void print(String what, long start) {
    System.out.printf("  %s: %,d ms%n", what, (System.nanoTime() - start) / 1_000_000);
  }

  private static FeedId feed(int number) {
    return FeedId.of(ByteBuffer.allocate(32).putInt(number).array());
  }
}
