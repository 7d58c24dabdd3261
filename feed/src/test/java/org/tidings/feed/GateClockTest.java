package org.tidings.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.StoreException.Kind;

/// What stops the gate's clock, and what does not.
class GateClockTest {

  private final AtomicInteger ticks = new AtomicInteger();

  private void fullAtFirst() {
    if (ticks.incrementAndGet() == 1) {
      throw new StoreException(Kind.DISK_FULL, "The disk is full.");
    }
  }

  @Test
  void itGoesOnAfterAFailureThatPasses() {
    try (GateClock clock = new GateClock(this::fullAtFirst, () -> {})) {
      assertThat(clock).isNotNull();
      await().until(() -> ticks.get() >= 3);
    }
  }
}
