package org.tidings.feed.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.TempDatabase;
import org.tidings.feed.told.Told;
import org.tidings.feed.told.Worded;

class PackingTest {

  private TempDatabase temp;

  /// As after nine of ten feeds were dropped.
  @BeforeEach
  void fill(@TempDir Path folder) {
    temp = new TempDatabase(folder);
    change(
        "INSERT INTO messages (feed, sequence, claimed, received, type, id, wire)"
            + " WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 19999)"
            + " SELECT i % 10, i, i, i, 'post', randomblob(32), randomblob(300) FROM n");
    change("DELETE FROM messages WHERE feed > 0");
    change("PRAGMA incremental_vacuum");
  }

  @AfterEach
  void close() {
    temp.close();
  }

  private void change(String sql) {
    TempDatabase.change(temp.database(), sql);
  }

  private static long plenty() {
    return Long.MAX_VALUE;
  }

  private long pages() {
    return temp.database()
        .read(tx -> tx.one("PRAGMA page_count", row -> row.number(1)))
        .orElseThrow();
  }

  private static Optional<Worded> why(Packing packing) {
    return packing.refusal().map(Told::what);
  }

  private Packing wanted(LongSupplier room) {
    Packing packing = new Packing(temp.database(), room);
    packing.want();
    return packing;
  }

  @Test
  void pagesThatAreHalfEmptyAreGivenBack() {
    long before = pages();
    Packing packing = wanted(PackingTest::plenty);
    assertThat(packing.step()).isFalse();
    assertThat(packing.refusal()).isEmpty();
    assertThat(pages()).isLessThan(before / 2);
    assertThat(temp.file().toFile().length()).as("without its log").isEqualTo(pages() * 4_096);
  }

  @Test
  void nothingIsDoneWhereNobodyAskedForIt() {
    long before = pages();
    assertThat(new Packing(temp.database(), PackingTest::plenty).step()).isFalse();
    assertThat(pages()).isEqualTo(before);
  }

  @Test
  void whereThereIsNoRoomItIsRefusedAndNotTriedAgain() {
    long before = pages();
    Packing packing = wanted(() -> 100_000);
    assertThat(packing.step()).isFalse();
    assertThat(packing.isWanted()).isFalse();
    assertThat(why(packing)).contains(Obstacle.NO_ROOM_TO_PACK);
    assertThat(pages()).isEqualTo(before);
    packing.want();
    assertThat(packing.refusal()).as("asked again").isEmpty();
  }

  @Test
  void whereOthersWriteAllTheTimeItIsGivenUpAndSaid() throws InterruptedException {
    long before = pages();
    AtomicBoolean isOver = new AtomicBoolean();
    Thread others =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!isOver.get()) {
                    temp.database()
                        .write(
                            Durability.NORMAL,
                            tx -> tx.update("UPDATE messages SET received = 0 WHERE arrival = 1"));
                  }
                });
    Packing packing = wanted(PackingTest::plenty);
    while (packing.step()) {
      assertThat(packing.isWanted()).isTrue();
    }
    isOver.set(true);
    others.join();
    assertThat(why(packing)).contains(Obstacle.OTHERS_WRITE);
    assertThat(pages()).isEqualTo(before);
  }

  @Test
  void aTryEndsWhenTheProgramDoes() {
    long before = pages();
    Packing packing = wanted(PackingTest::plenty);
    packing.close();
    assertThat(packing.step()).isFalse();
    assertThat(pages()).isEqualTo(before);
  }
}
