package org.tidings.feed.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.tidings.feed.event.FeedEvents;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.told.Told;

class UpkeepTest {

  private final AtomicInteger done = new AtomicInteger();

  private Upkeep with(FeedEvents events, BooleanSupplier failing) {
    return new Upkeep(events, List.of(failing, () -> done.incrementAndGet() < 3));
  }

  @Test
  void workThatFailsHoldsUpNoOther() {
    BooleanSupplier failing =
        () -> {
          throw new IllegalStateException("a bug");
        };
    try (FeedEvents events = new FeedEvents();
        Upkeep upkeep = with(events, failing)) {
      await().until(() -> !upkeep.isBusy());
      assertThat(done).hasValue(3);
    }
  }

  @Test
  void whyWorkHasToWaitIsSaidThoughTheOthersGoOn() {
    BooleanSupplier full =
        () -> {
          throw new StoreException(StoreException.Kind.DISK_FULL, "The disk is full.");
        };
    try (FeedEvents events = new FeedEvents();
        Upkeep upkeep = with(events, full)) {
      await().until(() -> !upkeep.isBusy());
      assertThat(done).hasValue(3);
      assertThat(upkeep.obstacle()).contains(Told.of(Obstacle.DISK_FULL));
    }
  }

  @Test
  void whatFailedIsTriedAgainAtTheNextCall() {
    AtomicInteger tries = new AtomicInteger();
    BooleanSupplier once =
        () -> {
          if (tries.incrementAndGet() == 1) {
            throw new StackOverflowError("as deep as it goes");
          }
          return false;
        };
    try (FeedEvents events = new FeedEvents();
        Upkeep upkeep = with(events, once)) {
      await().until(() -> !upkeep.isBusy());
      assertThat(tries).hasValue(1);
      upkeep.call();
      await().until(() -> tries.get() == 2);
    }
  }
}
