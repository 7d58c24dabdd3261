package org.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;

/// How much more memory is in use, after a collection, than when this was made. All peers of a test
/// and the attackers themselves are in the same heap.
public final class HeapGrowth {
  private static final long MOST = 64L << 20;

  private final long before = inUse();

  /// What somebody hostile does is not kept.
  public void assertSmall() {
    assertThat(inUse() - before).as("growth of the heap").isLessThan(MOST);
  }

  private static long inUse() {
    System.gc();
    Runtime machine = Runtime.getRuntime();
    return machine.totalMemory() - machine.freeMemory();
  }
}
