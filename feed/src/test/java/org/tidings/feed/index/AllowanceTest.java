package org.tidings.feed.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.Feeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.ref.FeedId;

/// Somebody who names more feeds than count.
class AllowanceTest {

  private static final SomeFeed ME = SomeFeed.of("me");
  private static final SomeFeed MALLORY = SomeFeed.of("mallory");
  private static final SomeFeed BOB = SomeFeed.of("bob");
  private static final FeedId BEYOND = feed(Allowance.MOST);

  @TempDir Path folder;

  private static FeedId feed(int number) {
    return FeedId.of(ByteBuffer.allocate(32).putInt(number).array());
  }

  @BeforeAll
  static void nameMany() {
    for (int i = 0; i <= Allowance.MOST; i++) {
      MALLORY.follow(feed(i));
    }
    MALLORY.block(BEYOND);
    MALLORY.unfollow(feed(0));
    MALLORY.block(feed(1));
    MALLORY.block(ME.id());
    BOB.follow(BEYOND);
  }

  private TempFeeds opened(String name) {
    return TempFeeds.of(ME.keys(), folder.resolve(name));
  }

  private static void store(TempFeeds temp, SomeFeed author) {
    temp.ingest(author.values(), TempFeeds.IMPORT);
  }

  private static Set<FeedId> named(Feeds feeds, SomeFeed author) {
    return feeds.graph().edges().getOrDefault(author.id(), Map.of()).keySet();
  }

  @Test
  void ofContactsThoseNamedFirstCountAndMayBeSpokenOfAgain() {
    try (TempFeeds temp = opened("ours")) {
      store(temp, MALLORY);
      assertThat(temp.rows("feeds")).isEqualTo(Allowance.MOST + 2);
      Feeds feeds = temp.feeds();
      assertThat(named(feeds, MALLORY))
          .hasSize(Allowance.MOST + 1)
          .contains(feed(0), feed(Allowance.MOST - 1), ME.id())
          .doesNotContain(BEYOND);
      assertThat(feeds.graph().follows(MALLORY.id(), feed(0))).isFalse();
      assertThat(feeds.graph().blocks(MALLORY.id(), feed(1))).isTrue();
      assertThat(feeds.graph().blocks(MALLORY.id(), ME.id())).isTrue();
    }
  }

  @Test
  void whichCountDoesNotDependOnWhatOthersNameAndWhen() {
    try (TempFeeds temp = opened("before")) {
      store(temp, BOB);
      store(temp, MALLORY);
      temp.settled();
    }
    try (TempFeeds temp = opened("after")) {
      store(temp, MALLORY);
      store(temp, BOB);
      temp.settled();
    }
    IndexDump.assertSame(
        IndexDump.of(folder.resolve("before/data")), IndexDump.of(folder.resolve("after/data")));
  }

  @Test
  void whoIsDroppedAndComesAgainMayNameAsManyAgain() {
    try (TempFeeds temp = opened("ours")) {
      store(temp, MALLORY);
      Set<FeedId> before = named(temp.feeds(), MALLORY);
      temp.settled().feeds().storage().drop(MALLORY.id());
      await().until(() -> temp.feeds().log().head(MALLORY.id()).isEmpty());
      assertThat(temp.rows("open_contacts")).isZero();
      store(temp, MALLORY);
      assertThat(named(temp.feeds(), MALLORY)).isEqualTo(before);
    }
  }

  @Test
  void ourOwnContactsAllCount() {
    SomeFeed me = SomeFeed.of("me");
    for (int i = 0; i <= Allowance.MOST; i++) {
      me.follow(feed(i));
    }
    try (TempFeeds temp = opened("ours")) {
      store(temp, me);
      assertThat(temp.feeds().graph().followed()).hasSize(Allowance.MOST + 1);
    }
  }

  @Test
  void ofNamesForOthersThoseGivenFirstCountAndMayBeChanged() {
    SomeFeed namer = SomeFeed.of("namer");
    for (int i = 0; i <= Allowance.MOST; i++) {
      namer.name(feed(i), "number " + i);
    }
    namer.name(feed(0), "zero");
    try (TempFeeds temp = opened("ours")) {
      store(temp, namer);
      assertThat(temp.rows("feeds")).isEqualTo(Allowance.MOST + 2);
      assertThat(temp.rows("abouts WHERE name = 'zero'")).isOne();
      temp.settled().feeds().storage().drop(namer.id());
      await().until(() -> temp.feeds().log().head(namer.id()).isEmpty());
      assertThat(List.of(temp.rows("abouts"), temp.rows("described"))).containsOnly(0L);
    }
  }
}
