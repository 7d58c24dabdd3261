package org.tidings.feed.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.conversation.PrivateIndex;
import org.tidings.feed.event.FeedEvents;
import org.tidings.feed.graph.SocialGraph;
import org.tidings.feed.index.IndexRunner;
import org.tidings.feed.index.ThreadIndex;
import org.tidings.feed.index.Unboxer;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.StoreException.Kind;
import org.tidings.feed.store.TempDatabase;

class BuildingTest {

  private static final long LITTLE = 10_000_000;

  private final SomeFeed me = SomeFeed.of("me");
  private final FeedEvents events = new FeedEvents();
  private final IndexRunner indexes =
      new IndexRunner(
          new SocialGraph(me.id(), 2),
          new Unboxer(me.keys()),
          List.of(tables -> new PrivateIndex(tables, me.id()), ThreadIndex::new));
  private TempDatabase temp;

  @BeforeEach
  void open(@TempDir Path folder) {
    temp = new TempDatabase(folder);
    indexes.open(temp.database());
  }

  @AfterEach
  void close() {
    temp.close();
    events.close();
  }

  private boolean step(long room) {
    return new Building(temp.database(), indexes, events, () -> room, () -> false).step();
  }

  private void begin() {
    temp.database()
        .write(
            Durability.NORMAL,
            tx -> {
              indexes.startBuild(tx, "");
              return true;
            });
  }

  @Test
  void whatPostsNeedIsNotTaken() {
    begin();
    assertThatThrownBy(() -> step(LITTLE))
        .isInstanceOfSatisfying(
            StoreException.class, full -> assertThat(full.kind()).isEqualTo(Kind.DISK_FULL));
    assertThat(temp.database().read(IndexRunner::isBuilding)).isTrue();
    assertThat(step(Long.MAX_VALUE)).isTrue();
    assertThat(temp.database().read(IndexRunner::isBuilding)).isFalse();
  }

  @Test
  void whereNobodyKnowsWhatIsLeftItIsTried() {
    begin();
    assertThat(step(0)).isTrue();
  }

  @Test
  void nothingWaitsWhereNothingIsToBeBuilt() {
    assertThat(step(LITTLE)).isFalse();
  }
}
