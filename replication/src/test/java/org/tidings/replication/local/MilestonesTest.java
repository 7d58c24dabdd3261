package org.tidings.replication.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.json.JsonObject;
import org.tidings.replication.muxrpc.RpcError;

class MilestonesTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir private Path folder;
  private TempFeeds temp;

  @BeforeEach
  void open() {
    temp = new TempFeeds(folder);
  }

  @AfterEach
  void close() {
    temp.close();
  }

  @Test
  void messagesStillBeingToldWhenItIsMadeCountOnce() throws Exception {
    CountDownLatch free = new CountDownLatch(1);
    try (var _ = temp.feeds().events().subscribe(event -> wait(free))) {
      post(3);
      try (Milestones milestones = milestones()) {
        free.countDown();
        awaitAllTold();
        assertThat(milestones.await(0, Duration.ZERO).number("messages")).hasValue(3);
        assertThatThrownBy(() -> milestones.await(4, Duration.ZERO)).isInstanceOf(RpcError.class);
      }
    }
  }

  @Test
  void theFirstTimeThatManyWereThereIsTold() throws Exception {
    try (Milestones milestones = milestones()) {
      post(1);
      double first = milestones.await(1, SOON).number("reachedAtMs").orElseThrow();
      post(2);
      assertThat(milestones.await(3, SOON).number("messages")).hasValue(3);
      assertThat(milestones.await(1, SOON).number("reachedAtMs")).hasValue(first);
    }
  }

  private Milestones milestones() {
    return new Milestones(temp.feeds().log(), temp.feeds().events(), InstantSource.system());
  }

  private void post(int posts) throws Exception {
    for (int i = 0; i < posts; i++) {
      temp.feeds()
          .publisher()
          .publish(JsonObject.builder().put("type", "post").put("text", "hello").build());
    }
  }

  private void awaitAllTold() {
    AtomicBoolean told = new AtomicBoolean();
    temp.feeds().events().then(() -> told.set(true));
    await().untilTrue(told);
  }

  private static void wait(CountDownLatch free) {
    try {
      free.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
