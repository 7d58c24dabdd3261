package org.tidings.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.tidings.feed.index.IndexRunner;
import org.tidings.feed.index.Unboxer;
import org.tidings.feed.local.ForkProofs;
import org.tidings.feed.log.Appender;
import org.tidings.feed.log.FeedLog;
import org.tidings.feed.log.Ingest;
import org.tidings.feed.log.IngestCounts;
import org.tidings.feed.message.Verdict;
import org.tidings.feed.store.FeedNumbers;

/// A message could not be checked, because there was too little memory just then.
class ShortMemoryTest extends OnFreshFeeds {

  @Test
  void itIsNobodysFaultAndMayComeAgain() throws Exception {
    SomeFeed ann = SomeFeed.of("ann");
    ann.post("hello");
    CompletableFuture<Verdict> told = new CompletableFuture<>();
    try (Ingest ingest = ingest()) {
      ingest.offer(ann.values().getFirst(), TempFeeds.IMPORT, told::complete);
      assertThat(told.get()).isInstanceOf(Verdict.Unstored.class);
      assertThat(ingest.counts()).isEqualTo(new IngestCounts(0, 0, 0, 0, 0));
    }
    assertThat(temp.ingest(ann.values(), TempFeeds.IMPORT))
        .allMatch(Verdict.Accepted.class::isInstance);
  }

  private Ingest ingest() {
    FeedNumbers numbers = new FeedNumbers();
    numbers.load(feeds.database);
    FeedLog log = new FeedLog(feeds.database, numbers, feeds.identity().id());
    IndexRunner none =
        new IndexRunner(feeds.graph(), new Unboxer(feeds.identity().keys()), List.of());
    Appender appender =
        new Appender(log, none, new ForkProofs(numbers), feeds.events(), temp.clock());
    return new Ingest(
        appender,
        feeds.graph(),
        feeds.gate(),
        feeds.events(),
        value -> {
          throw new OutOfMemoryError("none left");
        });
  }
}
