package org.tidings.replication.ebt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Contact;
import org.tidings.feed.ref.FeedId;

/// A feed that is dropped here is told to nobody as held, and can be fetched anew.
class DroppedFeedTest {
  private static final FeedId BOB = FeedId.of(SomeKeys.of("bob").publicKey());

  @TempDir private Path folder;

  @Test
  void theClockNamesADroppedFeedNoLongerAndNamesItAgainWhenItIsBack() throws Exception {
    SomeFeed ann = SomeFeed.of("ann");
    ann.post("hello");
    try (TempFeeds temp = new TempFeeds(folder);
        Ebt ebt = new Ebt(temp.feeds())) {
      temp.feeds().publisher().publish(Contact.follow(ann.id()).toJson());
      TempFeeds.ingest(temp.feeds(), ann.values(), TempFeeds.IMPORT);
      await().untilAsserted(() -> assertThat(told(ebt)).contains(ann.id()));
      temp.feeds().storage().drop(ann.id());
      await().untilAsserted(() -> assertThat(told(ebt)).doesNotContain(ann.id()));
      TempFeeds.ingest(temp.feeds(), ann.values(), TempFeeds.IMPORT);
      await().untilAsserted(() -> assertThat(told(ebt)).contains(ann.id()));
    }
  }

  private static Iterable<FeedId> told(Ebt ebt) {
    return ebt.clockFor(BOB).sequences().keySet();
  }
}
