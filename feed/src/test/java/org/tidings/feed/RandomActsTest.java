package org.tidings.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is done with a store, in whatever order: once all messages are back, it says what a new
/// one says that got them in another order.
class RandomActsTest {

  private static final int NIGHTLY = 60;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void theIndexesAreThoseOfANewStore(long seed) throws IOException {
    System.out.println("seed " + seed);
    try (RandomActs acts = new RandomActs(seed, create("acts " + seed))) {
      acts.run();
      acts.check(create("new " + seed));
    }
  }

  @Test
  @Tag("nightly")
  void theyAreHoweverOftenThisIsTried() throws IOException {
    long first = System.nanoTime();
    for (long seed = first; seed < first + NIGHTLY; seed++) {
      theIndexesAreThoseOfANewStore(seed);
    }
  }

  private Path create(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }
}
