package org.tidings.feed.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;

/// Two batches of messages, each within one millisecond, a minute apart.
class ArrivalSearchTest extends OnFreshFeeds {

  private static final int EACH = 5;

  private FeedLog log() {
    return temp.feeds().log();
  }

  private List<StoredMessage> twoBatches() {
    for (String name : List.of("ann", "bob")) {
      SomeFeed feed = SomeFeed.of(name);
      for (int i = 0; i < EACH; i++) {
        feed.post("hello");
      }
      temp.ingest(feed.values(), TempFeeds.IMPORT);
      temp.clock().advance(Duration.ofMinutes(1));
    }
    return log().oldest(LogFilter.EVERYTHING, 0, 100);
  }

  @Test
  void everyMessageIsFoundByItsOwnTime() {
    for (StoredMessage message : twoBatches()) {
      long number = message.arrival().number();
      double stamp = message.arrival().stamp();
      assertThat(log().arrivalAt(stamp, false)).isEqualTo(number);
      assertThat(log().arrivalAt(stamp, true)).isEqualTo(number + 1);
    }
  }

  @Test
  void timesAtWhichNothingCameLieBetween() {
    List<StoredMessage> all = twoBatches();
    Arrival second = all.get(EACH).arrival();

    assertThat(log().arrivalAt(0, false)).isEqualTo(1);
    assertThat(log().arrivalAt((double) second.atMs(), false)).isEqualTo(second.number());
    assertThat(log().arrivalAt((double) (second.atMs() - 1), true)).isEqualTo(second.number());
    assertThat(log().arrivalAt((double) (second.atMs() + 1), false))
        .isEqualTo(log().lastArrival() + 1);
    assertThat(log().arrivalAt(Double.MAX_VALUE, false)).isEqualTo(log().lastArrival() + 1);
  }
}
