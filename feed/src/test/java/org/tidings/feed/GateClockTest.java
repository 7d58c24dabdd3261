package org.tidings.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.StoreException.Kind;

/// What stops the gate's clock, and what does not.
class GateClockTest {

  private final AtomicInteger ticks = new AtomicInteger();

  private void failFirst(Supplier<? extends RuntimeException> failure) {
    if (ticks.incrementAndGet() == 1) {
      throw failure.get();
    }
  }

  private void assertGoesOnAfter(Supplier<? extends RuntimeException> failure) {
    try (GateClock clock = new GateClock(() -> failFirst(failure), () -> {})) {
      assertThat(clock).isNotNull();
      await().until(() -> ticks.get() >= 3);
    }
  }

  @Test
  void itGoesOnAfterAFailureThatPasses() {
    assertGoesOnAfter(() -> new StoreException(Kind.DISK_FULL, "The disk is full."));
  }

  @Test
  void itGoesOnAfterARowThatNobodyCanHaveWritten() {
    assertGoesOnAfter(() -> new IllegalArgumentException("a key of one byte"));
  }
}
