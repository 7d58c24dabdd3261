package org.tidings.replication.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/// A few pages at a time, over however many streams.
@Timeout(30)
class PagesTest {
  private static final Duration POLL = Duration.ofMillis(2);

  private final Pages pages = new Pages(false);
  private final List<String> order = new CopyOnWriteArrayList<>();

  /// Who comes first by chance does so now and then, and not always.
  @RepeatedTest(20)
  void aStreamThatGoesOnTakesNoPlaceBeforeOneThatWaits() throws Exception {
    for (int i = 0; i < 4; i++) {
      pages.take();
    }
    Thread waiting = Thread.ofPlatform().start(() -> takeInTurn("the one that waits"));
    await().pollInterval(POLL).until(() -> waiting.getState() == Thread.State.WAITING);

    pages.leave();
    takeInTurn("the one that goes on");
    waiting.join();

    assertThat(order).containsExactly("the one that waits", "the one that goes on");
  }

  private void takeInTurn(String who) {
    try {
      pages.take();
      order.add(who);
      pages.leave();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
