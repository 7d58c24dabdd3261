package org.tidings.feed.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.FakeClock;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.conversation.PrivateIndex;
import org.tidings.feed.event.FeedEvents;
import org.tidings.feed.graph.SocialGraph;
import org.tidings.feed.index.IndexRunner;
import org.tidings.feed.index.ThreadIndex;
import org.tidings.feed.index.Unboxer;
import org.tidings.feed.local.ForkProofs;
import org.tidings.feed.local.LocalSchema;
import org.tidings.feed.log.Appender;
import org.tidings.feed.log.FeedLog;
import org.tidings.feed.log.FeedRemoval;
import org.tidings.feed.search.SearchIndex;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.FeedNumbers;
import org.tidings.feed.store.Migrations;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.TempDatabase;

/// Feeds are dropped to make room while a build waits for room.
class RoomForDropsTest {

  private static final long LITTLE = 10_000_000;

  private final SomeFeed ann = SomeFeed.of("ann");
  private final SomeFeed bob = SomeFeed.of("bob");
  private final FeedEvents events = new FeedEvents();
  private TempDatabase temp;
  private IndexRunner indexes;
  private FeedLog log;
  private FeedRemoval removal;

  /// A store in which a build has come as far as the middle of what Bob said.
  @BeforeEach
  void build(@TempDir Path folder) {
    for (int i = 0; i < 400; i++) {
      bob.post("bob " + i);
      ann.post("ann " + i);
    }
    SomeFeed me;
    try (TempFeeds filled = new TempFeeds(folder)) {
      me = SomeFeed.of(filled.feeds().identity().keys());
      filled.ingest(ann.values(), TempFeeds.IMPORT);
      filled.ingest(bob.values(), TempFeeds.IMPORT);
      filled.settled();
    }
    temp = new TempDatabase(folder.resolve("data"), Migrations.STORE, LocalSchema.MIGRATIONS);
    FeedNumbers numbers = new FeedNumbers();
    numbers.load(temp.database());
    log = new FeedLog(temp.database(), numbers, me.id());
    indexes =
        new IndexRunner(
            new SocialGraph(me.id(), 2),
            new Unboxer(me.keys()),
            List.of(
                tables -> new PrivateIndex(tables, me.id()), ThreadIndex::new, SearchIndex::new));
    indexes.open(temp.database());
    Appender appender =
        new Appender(log, indexes, new ForkProofs(numbers), events, new FakeClock());
    removal = new FeedRemoval(log, appender, indexes, events);
    temp.database()
        .write(
            Durability.NORMAL,
            tx -> {
              indexes.startBuild(tx, "");
              return true;
            });
    assertThat(step(Long.MAX_VALUE)).isTrue();
  }

  @AfterEach
  void close() {
    temp.close();
    events.close();
  }

  private boolean step(long room) {
    return new Building(temp.database(), indexes, events, () -> room, removal::isHeldUp).step();
  }

  private void dropAll() {
    boolean isMore = true;
    while (isMore) {
      isMore = removal.step();
    }
  }

  private long count(String rows) {
    return temp.database()
        .read(tx -> tx.one("SELECT count(*) FROM " + rows, row -> row.number(1)).orElseThrow());
  }

  @Test
  void theBuildBeginsAnewAfterThem() {
    removal.begin(bob.id());
    assertThat(removal.step()).isFalse();
    assertThatThrownBy(() -> step(LITTLE)).isInstanceOf(StoreException.class);
    dropAll();
    assertThat(log.head(bob.id())).isEmpty();
    while (step(Long.MAX_VALUE)) {
      assertThat(log.head(ann.id())).isPresent();
    }
    assertThat(temp.database().read(IndexRunner::isBuilding)).isFalse();
    assertThat(count("posts")).isEqualTo(400);
    assertThat(count("search WHERE search MATCH 'bob'")).isZero();
    assertThat(count("search WHERE search MATCH 'ann'")).isEqualTo(400);
  }

  @Test
  void theBuildKeepsWhatItHasWhereNothingIsToBeDropped() {
    assertThatThrownBy(() -> step(LITTLE)).isInstanceOf(StoreException.class);
    assertThat(count("index_builds WHERE arrival = 500")).isEqualTo(2);
  }

  @Test
  void whereThereIsRoomTheyComeAfterTheBuild() {
    removal.begin(bob.id());
    assertThat(step(Long.MAX_VALUE)).isTrue();
    assertThat(temp.database().read(IndexRunner::isBuilding)).isFalse();
    dropAll();
    assertThat(log.head(bob.id())).isEmpty();
    assertThat(count("posts")).isEqualTo(400);
  }
}
