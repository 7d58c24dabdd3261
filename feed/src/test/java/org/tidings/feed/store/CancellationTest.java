package org.tidings.feed.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.store.StoreException.Kind;

@Timeout(60)
class CancellationTest {

  /// Would take hours.
  private static final String ENDLESS =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000000)"
          + " SELECT count(*) FROM n";

  private final Cancellation cancellation = new Cancellation();

  @TempDir Path folder;
  private TempDatabase temp;

  @BeforeEach
  void open() {
    temp = new TempDatabase(folder);
  }

  @AfterEach
  void close() {
    temp.close();
  }

  private Database database() {
    return temp.database();
  }

  private long endless(Tx tx) {
    return tx.one(ENDLESS, row -> row.number(1)).orElseThrow();
  }

  private int seven() {
    return database().read(tx -> tx.one("SELECT 7", row -> row.integer(1)).orElseThrow());
  }

  private static void assertCancelled(Runnable question) {
    assertThatThrownBy(question::run)
        .isInstanceOfSatisfying(
            StoreException.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.CANCELLED));
  }

  @Test
  void aQuestionUnderWayIsTakenBackAndTheReaderGoesOn() {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Void> asked =
        CompletableFuture.runAsync(
            () ->
                assertCancelled(
                    () ->
                        cancellation.during(
                            () ->
                                database()
                                    .read(
                                        tx -> {
                                          begun.countDown();
                                          return endless(tx);
                                        }))));
    awaitBegin(begun);
    cancellation.cancel();
    asked.join();
    assertThat(seven()).isEqualTo(7);
  }

  private static void awaitBegin(CountDownLatch begun) {
    try {
      begun.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Test
  void aQuestionTakenBackBeforeIsNotAsked() {
    cancellation.cancel();
    assertCancelled(() -> cancellation.during(() -> database().read(this::endless)));
  }

  @Test
  void betweenTwoStatementsItEndsToo() {
    assertCancelled(
        () ->
            cancellation.during(
                () ->
                    database()
                        .read(
                            tx -> {
                              cancellation.cancel();
                              return endless(tx);
                            })));
  }

  @Test
  void othersAreNotConcerned() {
    cancellation.cancel();
    assertThat(seven()).isEqualTo(7);
  }
}
