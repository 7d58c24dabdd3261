package org.tidings.feed.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.Corpus;
import org.tidings.feed.Feeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.IndexDump;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.MessageCodec;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.message.Verdict;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;

/// Feeds are taken out as if they had never been here.
class DroppingTest {

  private static final FeedId OWNER =
      FeedId.parse(Corpus.expected().object("hops").orElseThrow().keys().getFirst()).orElseThrow();

  @TempDir Path folder;

  private static FeedId author(byte[] value) {
    return ((Message) MessageCodec.decode(value)).author();
  }

  private static FeedId somebodyElse() {
    return Corpus.values().stream()
        .map(DroppingTest::author)
        .filter(author -> !author.equals(OWNER))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, List<String>> without(FeedId gone, Path parent) {
    try (TempFeeds temp = TempFeeds.of(Corpus.keys(OWNER), parent)) {
      temp.ingest(
          Corpus.values().stream().filter(value -> !author(value).equals(gone)).toList(),
          TempFeeds.IMPORT);
      temp.settled();
    }
    return IndexDump.of(parent.resolve("data"));
  }

  private static void awaitGone(Feeds feeds, FeedId feed) {
    await().until(() -> feeds.log().head(feed).isEmpty() && feeds.storage().of(feed).bytes() == 0);
  }

  private static void filled(Path parent, List<SomeFeed> feeds) {
    try (TempFeeds temp = TempFeeds.of(SomeKeys.of("me"), parent)) {
      feeds.forEach(feed -> temp.ingest(feed.values(), TempFeeds.IMPORT));
      temp.settled();
    }
  }

  private static String whoseIdIs(FeedId feed) {
    return " WHERE hex(id) = '%s'"
        .formatted(HexFormat.of().withUpperCase().formatHex(feed.bytes()));
  }

  /// A full text cannot let go of what it never had.
  @Test
  void aFeedIsDroppedAlthoughAnIndexLacksItAndCannotBeBuilt() {
    SomeFeed ann = SomeFeed.of("ann");
    SomeFeed bob = SomeFeed.of("bob");
    ann.post("apple");
    for (int i = 0; i < 2_100; i++) {
      bob.post("pear");
    }
    Path dropped = folder.resolve("dropped");
    Path never = folder.resolve("never");
    filled(dropped, List.of(ann, bob));
    filled(never, List.of(bob));
    IndexDump.outdate(dropped.resolve("data"));
    try (TempFeeds temp = new TempFeeds(dropped)) {
      temp.refuseBuilds();
      Feeds feeds = temp.reopen();
      feeds.storage().drop(ann.id());
      awaitGone(feeds, ann.id());
      assertThat(feeds.indexing()).isNotEmpty();
      temp.allowBuilds();
      feeds.rebuildIndexes();
      temp.settled();
    }
    IndexDump.assertSame(
        IndexDump.of(dropped.resolve("data")), IndexDump.of(never.resolve("data")));
  }

  @Test
  void aDroppedFeedLeavesTheIndexesAsIfItHadNeverBeenThere() {
    assertLeavesNothing(TempFeeds::feeds);
  }

  /// @param after what is open after the drop was asked for
  private void assertLeavesNothing(Function<TempFeeds, Feeds> after) {
    FeedId gone = somebodyElse();
    try (TempFeeds temp = TempFeeds.of(Corpus.keys(OWNER), folder.resolve("dropped"))) {
      temp.ingest(Corpus.values(), TempFeeds.IMPORT);
      temp.settled().feeds().storage().drop(gone);
      awaitGone(after.apply(temp), gone);
    }
    IndexDump.assertSame(
        IndexDump.of(folder.resolve("dropped/data")), without(gone, folder.resolve("never")));
  }

  @Test
  void whatPeersToldOfADroppedFeedIsForgotten() {
    SomeFeed ann = SomeFeed.of("ann");
    SomeFeed bob = SomeFeed.of("bob");
    ann.post("apple");
    try (TempFeeds temp = new TempFeeds(folder)) {
      temp.ingest(ann.values(), TempFeeds.IMPORT);
      Feeds feeds = temp.settled().feeds();
      feeds.peerMemory().saveClock(bob.id(), Map.of(ann.id(), 0L, bob.id(), 2L));
      feeds.storage().drop(ann.id());
      awaitGone(feeds, ann.id());
      assertThat(feeds.peerMemory().clockOf(bob.id())).containsOnlyKeys(bob.id());
    }
  }

  @Test
  void droppingGoesOnAfterARestart() {
    assertLeavesNothing(TempFeeds::reopen);
  }

  /// An index that another version made holds only the newest messages to begin with.
  @Test
  void aFeedIsDroppedWhoseOlderMessagesYoungIndexesHaveNotReached() {
    SomeFeed ann = SomeFeed.of("ann");
    SomeFeed bob = SomeFeed.of("bob");
    for (int i = 0; i < 2_500; i++) {
      MessageId asked = bob.post("quay " + i).id();
      ann.reply("harbour lantern " + i, asked, asked);
    }
    Path dropped = folder.resolve("dropped");
    Path never = folder.resolve("never");
    filled(dropped, List.of(ann, bob));
    filled(never, List.of(bob));
    IndexDump.outdate(dropped.resolve("data"));
    try (TempFeeds temp = new TempFeeds(dropped)) {
      temp.feeds().storage().drop(ann.id());
      awaitGone(temp.feeds(), ann.id());
      temp.settled();
    }
    IndexDump.assertSame(
        IndexDump.of(dropped.resolve("data")), IndexDump.of(never.resolve("data")));
  }

  @Test
  void whatADamagedMessageSaidIsGoneWithItsFeed() {
    SomeFeed ann = SomeFeed.of("ann");
    SomeFeed bob = SomeFeed.of("bob");
    for (int i = 0; i < 300; i++) {
      bob.vote(ann.post("harbour " + i).id(), 1);
    }
    Path dropped = folder.resolve("dropped");
    Path never = folder.resolve("never");
    filled(dropped, List.of(ann, bob));
    filled(never, List.of(ann));
    try (TempFeeds temp = new TempFeeds(dropped)) {
      TempFeeds.damage(temp.feeds(), bob.id(), 20);
      temp.change("DELETE FROM messages WHERE sequence = 250 AND type = 'vote'");
      temp.feeds().storage().drop(bob.id());
      awaitGone(temp.feeds(), bob.id());
      temp.settled();
      assertThat(temp.feeds().log().damaged()).isEmpty();
    }
    IndexDump.assertSame(
        IndexDump.of(dropped.resolve("data")), IndexDump.of(never.resolve("data")));
  }

  @Test
  void aDroppedFeedMayComeAgain() {
    SomeFeed ann = SomeFeed.of("ann");
    ann.post("hello");
    try (TempFeeds temp = new TempFeeds(folder)) {
      for (int i = 0; i < 20; i++) {
        assertThat(temp.ingest(ann.values(), TempFeeds.IMPORT))
            .allMatch(Verdict.Accepted.class::isInstance);
        assertThat(temp.feeds().log().count()).isEqualTo(1);
        assertThat(temp.feeds().graph().wants(ann.id())).isTrue();
        temp.feeds().storage().drop(ann.id());
        awaitGone(temp.feeds(), ann.id());
        assertThat(temp.feeds().graph().wants(ann.id())).isFalse();
      }
    }
  }

  @Test
  void nothingIsTakenInOrKeptOfAFeedThatIsBeingDropped() {
    SomeFeed ann = SomeFeed.of("ann");
    for (int i = 0; i < 2_000; i++) {
      ann.post("hello " + i);
    }
    byte[] more = ann.post("one more").wire();
    try (TempFeeds temp = new TempFeeds(folder)) {
      temp.ingest(ann.values().subList(0, 2_000), TempFeeds.IMPORT);
      temp.feeds().storage().drop(ann.id());
      assertThat(temp.ingest(List.of(more), TempFeeds.IMPORT))
          .containsExactly(new Verdict.Unwanted());
      awaitGone(temp.feeds(), ann.id());
      assertThat(temp.feeds().graph().wants(ann.id())).isFalse();
    }
  }

  @Test
  void ourOwnFeedIsNeverDropped() {
    try (TempFeeds temp = new TempFeeds(folder)) {
      FeedId self = temp.feeds().identity().id();
      assertThatThrownBy(() -> temp.feeds().storage().drop(self))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /// As after a bit has flipped in that table.
  @Test
  void ourOwnFeedIsNeverDroppedWhateverTheTableSays() throws PublishRefused {
    SomeFeed ann = SomeFeed.of("ann");
    ann.post("hello");
    try (TempFeeds temp = new TempFeeds(folder)) {
      FeedId self = temp.feeds().identity().id();
      for (int i = 0; i < 5; i++) {
        temp.feeds().publisher().publish(Post.root("mine " + i).toJson());
      }
      temp.ingest(ann.values(), TempFeeds.IMPORT);
      temp.change("INSERT INTO drops (feed) SELECT feed FROM feeds" + whoseIdIs(self));
      temp.change("INSERT INTO drops (feed) VALUES (1000000)");
      Feeds again = temp.reopen();
      again.storage().drop(ann.id());
      awaitGone(again, ann.id());
      await().until(() -> !again.storage().isBusy());
      assertThat(again.storage().left().messages()).isZero();
      again.publisher().publish(Post.root("still mine").toJson());
      assertThat(again.log().range(self, Sequence.FIRST, 10)).hasSize(6);
    }
  }

  @Test
  void whatIsLeftGoesDownToNothingWhileSomethingIsDone() {
    SomeFeed ann = SomeFeed.of("ann");
    for (int i = 0; i < 1_000; i++) {
      ann.post("hello " + i);
    }
    try (TempFeeds temp = new TempFeeds(folder)) {
      temp.ingest(ann.values(), TempFeeds.IMPORT);
      Storage storage = temp.settled().feeds().storage();
      storage.drop(ann.id());
      assertThat(storage.isBusy()).isTrue();
      await().until(() -> !storage.isBusy());
      assertThat(storage.left().messages()).isZero();
      assertThat(storage.left().free()).isZero();
      assertThat(temp.feeds().log().count()).isZero();
    }
  }

  @Test
  void aCompactionThatIsInterruptedIsFinishedAfterTheNextStart() {
    SomeFeed ann = SomeFeed.of("ann");
    for (int i = 0; i < 3_000; i++) {
      ann.post("filler, so that the file has some hundred pages, number " + i);
    }
    SomeFeed bob = SomeFeed.of("bob");
    for (int i = 0; i < 20; i++) {
      bob.post("small ".repeat(100) + i);
    }
    try (TempFeeds temp = new TempFeeds(folder)) {
      temp.ingest(ann.values(), TempFeeds.IMPORT);
      temp.settled();
      temp.ingest(bob.values(), TempFeeds.IMPORT);
      // What a kill leaves behind after the last message of a dropped feed is gone.
      temp.change(
          "DELETE FROM messages WHERE feed = (SELECT feed FROM feeds" + whoseIdIs(bob.id()) + ")");
      Storage.Total before = temp.feeds().storage().total();
      assertThat(before.free()).isBetween(1L, before.bytes() / 50);
      Storage storage = temp.reopen().storage();
      await().until(() -> !storage.isBusy());
      assertThat(storage.total().free()).isZero();
    }
  }
}
