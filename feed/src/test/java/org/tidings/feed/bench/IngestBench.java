package org.tidings.feed.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.Feeds;
import org.tidings.feed.FeedsSettings;
import org.tidings.feed.content.Contact;
import org.tidings.feed.message.BareSignatures;
import org.tidings.feed.ref.FeedId;

/// Taking in a whole history, against checking its signatures and nothing else on the same cores.
/// `-Dmessages=1000000` takes in more.
class IngestBench {
  private static final int AUTHORS = 150;

  /// So many signatures, from all of the history, are checked for comparison.
  private static final int YARDSTICK = 40_000;

  private final int messages = Integer.getInteger("messages", 100_000);
  private final int cores = Runtime.getRuntime().availableProcessors();

  @TempDir Path folder;

  @Test
  void bulkIngest() throws Exception {
    ManyMessages many = ManyMessages.of(Path.of("target", "bench"), messages, AUTHORS);
    double first = ingest(many, "first");
    double before = yardstick(many);
    double again = ingest(many, "again");
    double yardstick = (before + yardstick(many)) / 2;
    System.out.printf(
        "%,d messages by %d authors; signatures alone on %d cores: %,.0f /s; disk %,d B a"
            + " message%n",
        messages, AUTHORS, cores, yardstick, diskBytes(folder.resolve("again")) / messages);
    print("in a young process", first, yardstick);
    print("once more, into a new store", again, yardstick);
  }

  private static void print(String what, double rate, double yardstick) {
    System.out.printf("taken in %s: %,.0f /s; ratio %.2f%n", what, rate, rate / yardstick);
  }

  private double ingest(ManyMessages many, String name) throws Exception {
    Path store = folder.resolve(name);
    FeedsSettings settings = FeedsSettings.of(store.resolve("data"), store.resolve("state"));
    try (Feeds feeds = Feeds.open(settings, InstantSource.system(), new SecureRandom())) {
      return ingest(feeds, many);
    }
  }

  private static double ingest(Feeds feeds, ManyMessages many) throws Exception {
    FeedId somebody = FeedId.of(SomeKeys.of("author 1").publicKey());
    feeds.publisher().publish(Contact.follow(somebody).toJson());
    double rate = many.storeIn(feeds);
    if (feeds.log().count() != many.count() + 1) {
      throw new IllegalStateException(feeds.ingest().counts().toString());
    }
    return rate;
  }

  private double yardstick(ManyMessages many) throws IOException, InterruptedException {
    BareSignatures bare = new BareSignatures();
    AtomicInteger seen = new AtomicInteger();
    int each = Math.max(1, messages / YARDSTICK);
    many.each(
        wire -> {
          if (seen.getAndIncrement() % each == 0) {
            bare.add(wire);
          }
        });
    bare.perSecond(cores);
    return bare.perSecond(cores);
  }

  private static long diskBytes(Path store) throws IOException {
    try (Stream<Path> files = Files.walk(store)) {
      return files.filter(Files::isRegularFile).mapToLong(IngestBench::size).sum();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
