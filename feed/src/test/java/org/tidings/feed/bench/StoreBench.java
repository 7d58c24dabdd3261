package org.tidings.feed.bench;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a window asks, asked of a small store and of a large one, each by a program of its own with
/// little memory, as the launchers start it. `-Dmessages=1000000` makes the large one larger, and
/// `-Dauthors=2000` has more people write in both.
class StoreBench {
  private static final int SMALL = 10_000;

  private final int messages = Integer.getInteger("messages", 100_000);

  @Test
  void answersToTheWindow() throws Exception {
    for (int count : new int[] {SMALL, messages}) {
      Path store = Programs.store(count);
      System.out.printf("%,d messages of %,d people%n", count, Programs.AUTHORS);
      Programs.run(
          System.getProperty("java.class.path"),
          List.of(),
          StoreQueries.class,
          List.of(store.toString()));
    }
  }
}
