package org.tidings.feed.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
/// long they take, from ten who follow as many as count, from the first message offered to the last
/// one stored with all hops settled, beside as many posts, whose signatures cost as much; and
/// whether a store opens in which one follows far more than count.
class FollowFloodBench {

  private static final int EDGES = 100_000;
  private static final int FOLLOWERS = 10;
  private static final int FAR_MORE = 300_000;
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
    List<SomeFeed> followers = followers();
    SomeFeed writer = SomeFeed.of("ann");
    for (int i = 0; i < EDGES; i++) {
      writer.post("post number " + i);
    }
    for (int round = 1; round <= ROUNDS; round++) {
      try (TempFeeds temp = new TempFeeds(folder.resolve("round " + round))) {
        Feeds feeds = temp.feeds();
        follow(feeds, followers);
        follow(feeds, List.of(writer));
        System.out.printf("round %d: %,d messages%n", round, EDGES);
        takeIn(temp, List.of(writer), "posts");
        takeIn(temp, followers, "follows, and all hops");
        if (feeds.graph().wanted().size() != EDGES + FOLLOWERS + 2) {
          throw new IllegalStateException("some edges are missing");
        }
      }
    }
  }

  @Test
  void readingAfterAFlood(@TempDir Path folder) throws PublishRefused {
    List<SomeFeed> followers = followers();
    SomeFeed first = followers.getFirst();
    first.post("the only post");
    try (TempFeeds temp = new TempFeeds(folder)) {
      Feeds feeds = temp.feeds();
      follow(feeds, followers);
      takeIn(temp, followers, "follows, and all hops");
      temp.settled();
      for (int round = 1; round <= ROUNDS; round++) {
        long start = System.nanoTime();
        feeds.timeline().home(TimelineFilter.IN_REACH, TimelineKey.TOP, PAGE);
        print("home", start);
        start = System.nanoTime();
        feeds.timeline().by(first.id(), TimelineKey.TOP, PAGE);
        print("posts of one who follows so many", start);
        start = System.nanoTime();
        feeds.profiles().of(first.id());
        print("profile of one who follows so many", start);
      }
    }
  }

  @Test
  void oneWhoFollowsFarMoreThanCount(@TempDir Path folder)
      throws PublishRefused, IOException, InterruptedException {
    SomeFeed mallory = SomeFeed.of("mallory");
    for (int i = 0; i < FAR_MORE; i++) {
      mallory.follow(feed(2 + i));
    }
    try (TempFeeds temp = new TempFeeds(folder)) {
      follow(temp.feeds(), List.of(mallory));
      takeIn(temp, List.of(mallory), "%,d follows of one".formatted(FAR_MORE));
      System.out.printf("  wanted: %,d%n", temp.feeds().graph().wanted().size());
    }
    String classPath = System.getProperty("java.class.path");
    Programs.run(classPath, List.of(), StoreOpen.class, List.of(folder.toString()));
  }

  private static List<SomeFeed> followers() {
    List<SomeFeed> followers = new ArrayList<>();
    for (int i = 0; i < FOLLOWERS; i++) {
      SomeFeed follower = SomeFeed.of("follower " + i);
      int first = 2 + i * EDGES / FOLLOWERS;
      IntStream.range(first, first + EDGES / FOLLOWERS).forEach(n -> follower.follow(feed(n)));
      followers.add(follower);
    }
    return followers;
  }

  private static void follow(Feeds feeds, List<SomeFeed> others) throws PublishRefused {
    for (SomeFeed other : others) {
      feeds.publisher().publish(Contact.follow(other.id()).toJson());
    }
  }

  private static void takeIn(TempFeeds temp, List<SomeFeed> authors, String what) {
    List<byte[]> values = authors.stream().flatMap(author -> author.values().stream()).toList();
    long start = System.nanoTime();
    temp.ingest(values, new Origin.FromPeer(authors.getFirst().id()));
    print(what, start);
  }

  private static void print(String what, long start) {
    System.out.printf("  %s: %,d ms%n", what, (System.nanoTime() - start) / 1_000_000);
  }

  private static FeedId feed(int number) {
    return FeedId.of(ByteBuffer.allocate(32).putInt(number).array());
  }
}
