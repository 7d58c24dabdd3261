package org.tidings.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tidings.feed.message.Verdict;
import org.tidings.feed.store.TempDatabase;

/// A store that has stopped writing, because what it keeps in memory could not be read again after
/// a write had failed.
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StoppedStoreTest extends OnFreshFeeds {

  private final SomeFeed ann = SomeFeed.of("ann");

  @BeforeEach
  void stopWriting() {
    ann.post("one");
    ann.post("two");
    new BrokenTable(feeds, "messages");
    TempDatabase.change(feeds.database, "ALTER TABLE gate RENAME TO hidden_gate");
    temp.ingest(ann.values(), TempFeeds.IMPORT);
  }

  @Test
  void whatIsOfferedThenIsSaidToBeUnstored() {
    assertThat(temp.ingest(ann.values(), TempFeeds.IMPORT))
        .hasSize(2)
        .allMatch(Verdict.Unstored.class::isInstance);
  }

  @Test
  void itCanBeClosedWithOffersOnTheirWay() throws InterruptedException {
    List<Verdict> verdicts = Collections.synchronizedList(new ArrayList<>());
    for (byte[] value : ann.values()) {
      feeds.ingest().offer(value, TempFeeds.IMPORT, verdicts::add);
    }
    temp.close();
    assertThat(verdicts).hasSize(2);
  }
}
