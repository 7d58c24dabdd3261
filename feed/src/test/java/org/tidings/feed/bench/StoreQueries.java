package org.tidings.feed.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.Feeds;
import org.tidings.feed.FeedsSettings;
import org.tidings.feed.activity.Why;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.search.SearchQuery;

/// A program of its own that opens a store, asks it what a window asks, and says how long each
/// question took: name, then the milliseconds within which half the times ended, and 99 of 100.
public final class StoreQueries {
  private static final int WARM_UP = 300;
  private static final int TIMES = 400;
  private static final int POSTS = 200;
  private static final int PAGE = 50;
  private static final double NANOS_PER_MS = 1e6;

  private final Feeds feeds;

  private StoreQueries(Feeds feeds) {
    this.feeds = feeds;
  }

  /// `FOLDER`: where the data folder and the state folder lie.
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    long start = System.nanoTime();
    try (Feeds feeds = open(folder)) {
      feeds.timeline().home(TimelineFilter.IN_REACH, TimelineKey.TOP, PAGE);
      double opened = (System.nanoTime() - start) / NANOS_PER_MS;
      print("open and first page of home, once", opened, opened);
      StoreQueries queries = new StoreQueries(feeds);
      queries.ask();
      queries.search();
      queries.publish(folder);
      print("memory in use, MiB (RSS)", rssMib(), rssMib());
    }
  }

  static Feeds open(Path folder) {
    FeedsSettings settings = FeedsSettings.of(folder.resolve("data"), folder.resolve("state"));
    return Feeds.open(settings, InstantSource.system(), new SecureRandom());
  }

  private void ask() throws Exception {
    FeedId author = FeedId.of(SomeKeys.of("author 1").publicKey());
    MessageId longThread = feeds.bookmarks().newest(1).getFirst().message();
    Set<Why> all = EnumSet.allOf(Why.class);
    time(
        "home, 50 threads",
        () -> feeds.timeline().home(TimelineFilter.IN_REACH, TimelineKey.TOP, PAGE));
    time(
        "home of few friends",
        () -> feeds.timeline().home(TimelineFilter.FRIENDS, TimelineKey.TOP, PAGE));
    time(
        "home of channels",
        () -> feeds.timeline().home(TimelineFilter.CHANNELS, TimelineKey.TOP, PAGE));
    time("thread of " + StoreFill.LONG_THREAD, () -> feeds.threads().of(longThread));
    time(
        "profile page",
        () ->
            List.of(
                feeds.profiles().of(author), feeds.timeline().by(author, TimelineKey.TOP, PAGE)));
    time("activity of all kinds", () -> feeds.activity().latest(all, TimelineKey.TOP, PAGE));
    Set<Why> mentions = EnumSet.of(Why.MENTIONED);
    time("mentions", () -> feeds.activity().latest(mentions, TimelineKey.TOP, PAGE));
    time("channel page", () -> feeds.channels().posts("channel1", TimelineKey.TOP, PAGE));
  }

  private void search() throws Exception {
    for (String words : List.of("the", SomeNetwork.RARE, "harbour lantern")) {
      SearchQuery query = SearchQuery.parse(words);
      time("search: " + words, () -> feeds.search().posts(query, Optional.empty(), PAGE));
    }
  }

  private void publish(Path folder) throws Exception {
    JsonObject.Builder post = JsonObject.builder().put("type", "post").put("text", "hello");
    MessageId root = feeds.publisher().publish(post.build()).id();
    // All in one thread, so that home is as it was the next time.
    JsonObject reply = post.put("root", root.toString()).put("branch", root.toString()).build();
    time("publish one post, durable", () -> feeds.publisher().publish(reply), POSTS);
    Path beside = folder.resolve("sync.tmp");
    try (FileChannel file =
        FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      time("... the disk's own fsync of one page", () -> sync(file), POSTS);
    }
    Files.delete(beside);
  }

  private static int sync(FileChannel file) throws IOException {
    int written = file.write(ByteBuffer.allocate(4_096), file.size());
    file.force(false);
    return written;
  }

  private static void time(String name, Callable<?> question) throws Exception {
    for (int i = 0; i < WARM_UP; i++) {
      question.call();
    }
    time(name, question, TIMES);
  }

  private static void time(String name, Callable<?> question, int times) throws Exception {
    double[] took = new double[times];
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      question.call();
      took[i] = (System.nanoTime() - start) / NANOS_PER_MS;
    }
    Arrays.sort(took);
    print(name, took[times / 2], took[times * 99 / 100]);
  }

  /// The most this process ever had in memory.
  static double rssMib() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  private static void print(String name, double half, double most) {
    System.out.printf("%-40s %10.2f %10.2f%n", name, half, most);
  }
}
