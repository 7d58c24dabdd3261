package org.tidings.feed.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.TempDatabase;
import org.tidings.feed.store.Tx;
import org.tidings.feed.store.Uninterruptibly;

class CompactionTest {

  private static final int PAGES = 1_000;
  private static final int PAGE_BYTES = 4_096;

  @TempDir Path folder;

  private static long free(Tx tx) {
    return tx.one("PRAGMA freelist_count", row -> row.number(1)).orElseThrow();
  }

  private static void freePages(Database database) {
    TempDatabase.change(database, "CREATE TABLE stones (stone BLOB)");
    TempDatabase.change(
        database, "INSERT INTO stones VALUES (zeroblob(%d))".formatted(PAGES * PAGE_BYTES));
    TempDatabase.change(database, "DROP TABLE stones");
  }

  private static void exhaust(Compaction compaction) {
    boolean isMore = true;
    while (isMore) {
      isMore = compaction.step();
    }
  }

  /// Who has come to the writer behind one step has not to wait for the next.
  @Test
  void whoWaitsToWriteComesBetweenTwoSteps() {
    try (TempDatabase temp = new TempDatabase(folder)) {
      Database database = temp.database();
      freePages(database);
      Compaction compaction = new Compaction(database, new Packing(database, database::room));
      CountDownLatch isBusy = new CountDownLatch(1);
      TempDatabase.occupyWriter(database, isBusy);
      Thread upkeep = Thread.ofPlatform().start(() -> exhaust(compaction));
      await().until(() -> upkeep.getState() == Thread.State.WAITING);
      CompletableFuture<Long> left = new CompletableFuture<>();
      Thread post =
          Thread.ofPlatform()
              .start(() -> left.complete(database.write(Durability.FULL, CompactionTest::free)));
      await().until(() -> post.getState() == Thread.State.WAITING);
      isBusy.countDown();
      assertThat(left.join()).isBetween(1L, PAGES - 1L);
      Uninterruptibly.join(upkeep);
      assertThat(database.read(CompactionTest::free)).isZero();
    }
  }
}
