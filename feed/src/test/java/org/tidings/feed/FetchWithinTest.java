package org.tidings.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.content.Contact;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.graph.Hops;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.upkeep.Ring;

class FetchWithinTest {
  private final SomeFeed ann = SomeFeed.of("ann");
  private final SomeFeed bob = SomeFeed.of("bob");
  private final FeedId cleo = SomeFeed.of("cleo").id();
  private TempFeeds temp;

  @BeforeEach
  void knowEachOther(@TempDir Path folder) throws PublishRefused {
    temp = new TempFeeds(folder);
    temp.feeds().publisher().publish(Contact.follow(ann.id()).toJson());
    ann.follow(bob.id());
    bob.follow(cleo);
    temp.ingest(ann.values(), TempFeeds.IMPORT);
    temp.ingest(bob.values(), TempFeeds.IMPORT);
  }

  @AfterEach
  void close() {
    temp.close();
  }

  /// As queries have it.
  private List<Integer> distances() {
    return temp.feeds().storage().rings().stream()
        .filter(ring -> ring.feeds() > 0)
        .map(Ring::hops)
        .toList();
  }

  @Test
  void whoIsFurtherAwayIsWantedAtOnce() {
    assertThat(temp.feeds().graph().wants(cleo)).isFalse();
    List<FeedEvent> told = new CopyOnWriteArrayList<>();
    temp.feeds().events().subscribe(told::add);
    temp.feeds().fetchWithin(3);
    assertThat(temp.feeds().graph().wants(cleo)).isTrue();
    assertThat(temp.feeds().graph().maxHops()).isEqualTo(3);
    assertThat(distances()).containsExactly(0, 1, 2, 3);
    await().until(() -> told.contains(new FeedEvent.GraphChanged()));
  }

  @Test
  void whoIsTooFarAwayIsWantedNoMore() {
    temp.feeds().fetchWithin(3);
    temp.feeds().fetchWithin(1);
    assertThat(temp.feeds().graph().wants(cleo)).isFalse();
    assertThat(temp.feeds().graph().hops(bob.id())).isEqualTo(Hops.UNKNOWN);
    assertThat(distances()).containsExactly(0, 1, 2);
  }
}
