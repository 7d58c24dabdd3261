package org.tidings.replication.sim;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Worlds made up by seeds. A failure names its seed: run that one alone to see it again.
class RandomWorldsTest {
  @Test
  void smallWorldsEndAlikeAfterAllKindsOfTrouble() {
    for (long seed = 1; seed <= 300; seed++) {
      run(seed, 3 + (int) (seed % 6), 25);
    }
  }

  @Tag("nightly")
  @ParameterizedTest
  @ValueSource(ints = {5, 10, 20, 50, 200})
  void largeWorldsEndAlikeAfterAllKindsOfTrouble(int size) {
    int worlds = 20_000 / (size * size);
    for (long seed = 1; seed <= Math.max(1, worlds); seed++) {
      run(seed, size, 100);
    }
  }

  private static void run(long seed, int size, int troubles) {
    try {
      new SimWorld(seed, size).trouble(troubles).settle();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("world of " + size + " with seed " + seed, e);
    }
  }
}
