package org.tidings.replication.sim;

import static java.util.concurrent.TimeUnit.HOURS;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Worlds made up by seeds. A failure names its seed: run that one alone to see it again, with
/// `-Dseeds=17-17`. What takes long can be run in pieces, too, by other ranges.
class RandomWorldsTest {
  @Test
  void smallWorldsEndAlikeAfterAllKindsOfTrouble() {
    for (long seed = 1; seed <= 100; seed++) {
      run(seed, 3 + (int) (seed % 6), 25);
    }
  }

  @Test
  void worldsOfTwentyEndAlikeAfterAllKindsOfTrouble() {
    runAll("1-20", 20, 60);
  }

  @Test
  void worldsInWhichSomeDoNotSpeakEbtEndAlikeAfterAllKindsOfTrouble() {
    for (long seed = 1; seed <= 100; seed++) {
      int size = 3 + (int) (seed % 12);
      long world = seed;
      run(seed, size, () -> new SimWorld(world, size).withOldPeers().trouble(40).settle());
    }
  }

  @Test
  void worldsInWhichDisksFailNowAndThenEndAlikeAfterAllKindsOfTrouble() {
    for (long seed = 1; seed <= 50; seed++) {
      int size = 3 + (int) (seed % 6);
      long world = seed;
      run(seed, size, () -> new SimWorld(world, size).withBadDisks().trouble(25).settle());
    }
  }

  /// The last three once did not.
  @Test
  void worldsWithSlowLinesEndAlikeAfterAllKindsOfTrouble() {
    LongStream.concat(LongStream.rangeClosed(1, 60), LongStream.of(1_105, 2_490, 5_257))
        .forEach(
            seed -> {
              int size = 3 + (int) (seed % 18);
              run(seed, size, () -> new SimWorld(seed, size).withSlowLines().trouble(60).settle());
              run(seed, size, () -> slowWithBadDisks(seed, size).trouble(40).settle());
            });
  }

  private static SimWorld slowWithBadDisks(long seed, int size) {
    return new SimWorld(seed, size).withSlowLines().withBadDisks();
  }

  @Tag("nightly")
  @Timeout(value = 3, unit = HOURS)
  @Test
  void worldsOfFiftyEndAlikeAfterAllKindsOfTrouble() {
    runAll(System.getProperty("seeds", "1-10000"), 50, 100);
  }

  @Tag("nightly")
  @Timeout(value = 3, unit = HOURS)
  @Test
  void worldsOfFiveHundredEndAlikeAfterAllKindsOfTrouble() {
    runAll(System.getProperty("seeds", "1-20"), 500, 100);
  }

  private static void runAll(String seeds, int size, int troubles) {
    String[] range = seeds.split("-", 2);
    for (long seed = Long.parseLong(range[0]); seed <= Long.parseLong(range[1]); seed++) {
      run(seed, size, troubles);
      if (size * (seed % 500) % (500 * 500) == 0 || size >= 500) {
        System.out.printf("worlds of %d: %d is done%n", size, seed);
      }
    }
  }

  private static void run(long seed, int size, int troubles) {
    run(seed, size, () -> new SimWorld(seed, size).trouble(troubles).settle());
  }

  private static void run(long seed, int size, Runnable world) {
    try {
      world.run();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("world of " + size + " with seed " + seed, e);
    }
  }
}
