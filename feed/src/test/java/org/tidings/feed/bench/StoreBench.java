package org.tidings.feed.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.key.SecretFile;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.Feeds;
import org.tidings.feed.content.Contact;
import org.tidings.feed.ref.FeedId;

/// What a window asks, asked of a small store and of a large one, each by a program of its own with
/// little memory. `-Dmessages=1000000` makes the large one larger.
class StoreBench {
  private static final int SMALL = 10_000;
  private static final int AUTHORS = 150;
  private static final int FOLLOWED = 20;

  private final int messages = Integer.getInteger("messages", 100_000);

  @Test
  void answersToTheWindow() throws Exception {
    for (int count : new int[] {SMALL, messages}) {
      Path store = store(count);
      System.out.printf("%,d messages%n", count);
      ask(store);
    }
  }

  private static void ask(Path store) throws Exception {
    int code =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                StoreQueries.class.getName(),
                store.toString())
            .inheritIO()
            .start()
            .waitFor();
    if (code != 0) {
      throw new IllegalStateException("the program ended with " + code);
    }
  }

  /// Made once and kept, since that takes longer than the questions.
  private static Path store(int count) throws Exception {
    Path bench = Path.of("target", "bench").toAbsolutePath();
    ManyMessages many = ManyMessages.of(bench, count, AUTHORS);
    Path store = bench.resolve("store-" + count);
    if (Files.notExists(store)) {
      Path unfinished = Files.createTempDirectory(bench, "store");
      SecretFile.create(unfinished.resolve("data").resolve("secret"), SomeNetwork.MENTIONED);
      fill(unfinished, many);
      Files.move(unfinished, store, StandardCopyOption.ATOMIC_MOVE);
    }
    return store;
  }

  private static void fill(Path store, ManyMessages many) throws Exception {
    try (Feeds feeds = StoreQueries.open(store)) {
      feeds.gate().override();
      for (int i = 0; i < FOLLOWED; i++) {
        FeedId author = FeedId.of(SomeKeys.of("author " + i).publicKey());
        feeds.publisher().publish(Contact.follow(author).toJson());
      }
      System.out.printf("%,d messages stored, %,.0f /s%n", many.count(), many.storeIn(feeds));
    }
  }
}
