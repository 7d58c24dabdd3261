package org.tidings.feed.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.doctor.Depth;
import org.tidings.feed.doctor.Progress;

/// In what order things are done behind everybody's back, and how often.
class BehindTest extends OnFreshFeeds {

  private final SomeFeed ann = SomeFeed.of("ann");
  private final SomeFeed bob = SomeFeed.of("bob");

  private List<Long> builds() {
    return temp.read(
        tx -> tx.list("SELECT generation FROM index_builds ORDER BY name", row -> row.number(1)));
  }

  @Test
  void whatBuildsHaveLeftIsGoneBeforeOthersTakeRoom() {
    ann.post("hello");
    store(ann);
    temp.settled();
    temp.change("CREATE TABLE gone99_posts (post INTEGER PRIMARY KEY)");
    temp.change(
        "INSERT INTO gone99_posts (post) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1"
            + " FROM n WHERE i < 20000) SELECT i FROM n");
    temp.change("CREATE TABLE left_there (tables INTEGER NOT NULL)");
    temp.change(
        "CREATE TRIGGER on_build AFTER UPDATE ON index_builds BEGIN INSERT INTO left_there"
            + " SELECT count(*) FROM sqlite_schema WHERE name GLOB 'gone*'; END");
    feeds.rebuildIndexes();
    temp.settled();
    List<Long> left =
        temp.read(tx -> tx.list("SELECT tables FROM left_there", row -> row.number(1)));
    assertThat(left).as("when the first build went on").first().isEqualTo(0L);
  }

  /// What each would leave behind has to be taken apart before it can be built.
  @Test
  void buildsThatHaveNotBegunAreNotBegunAnewByTheNextFeedThatHeals() {
    ann.post("hello");
    bob.post("hello");
    store(ann, bob);
    temp.settled().refuseBuilds();
    TempFeeds.damage(feeds, ann.id(), 1);
    TempFeeds.damage(feeds, bob.id(), 1);
    feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
    assertThat(feeds.log().damaged()).hasSize(2);
    store(ann);
    List<Long> begun = builds();
    store(bob);
    assertThat(builds()).isNotEmpty().isEqualTo(begun);
    assertThat(feeds.log().damaged()).isEmpty();
    temp.allowBuilds();
    feeds.rebuildIndexes();
    temp.settled();
    assertThat(feeds.doctor().examine(Depth.INDEXES, Progress.IGNORED).damage()).isEmpty();
  }
}
