package org.tidings.feed.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.ChannelSubscription;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Post;
import org.tidings.feed.doctor.Depth;
import org.tidings.feed.doctor.Progress;
import org.tidings.feed.event.EventRecorder;
import org.tidings.feed.event.FeedEvent.FeedHealed;
import org.tidings.feed.event.FeedEvent.GraphChanged;
import org.tidings.feed.index.IndexProgress;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.search.SearchQuery;

/// Damaged messages that come again, one here and one there.
class MendingTest extends OnFreshFeeds {

  private final SomeFeed ann = SomeFeed.of("ann");

  private void lose(FeedId feed, int sequence) {
    String id = HexFormat.of().withUpperCase().formatHex(feed.bytes());
    temp.change(
        "DELETE FROM messages WHERE sequence = %d AND feed = ".formatted(sequence)
            + "(SELECT feed FROM feeds WHERE hex(id) = '%s')".formatted(id));
  }

  private void comesAgain(int sequence) {
    temp.ingest(ann.values().subList(sequence - 1, sequence), TempFeeds.IMPORT);
    temp.settled();
  }

  private long head() {
    return feeds.log().head(ann.id()).orElseThrow().sequence().value();
  }

  private List<String> found(String typed) {
    return feeds.search().posts(SearchQuery.parse(typed), Optional.empty(), 50).hits().stream()
        .map(hit -> hit.post().post().text())
        .toList();
  }

  private void write(int posts) {
    for (int i = 1; i <= posts; i++) {
      ann.post("word" + i);
    }
  }

  @Test
  void whatIsSoundIsFoundWhileSomethingBehindItIsStillMissing() {
    write(20);
    store(ann);
    temp.settled();
    lose(ann.id(), 3);
    TempFeeds.damage(feeds, ann.id(), 10);
    feeds.doctor().repair(Depth.INDEXES, Progress.IGNORED);
    temp.settled();
    assertThat(found("word5")).hasSize(1);
    comesAgain(3);
    assertThat(head()).isEqualTo(9);
    assertThat(found("word5")).hasSize(1);
    assertThat(found("word15")).hasSize(1);
  }

  @Test
  void whatHasComeAgainIsFoundWhileSomethingBehindItIsStillMissing() {
    write(20);
    store(ann);
    temp.settled();
    TempFeeds.damage(feeds, ann.id(), 3);
    TempFeeds.damage(feeds, ann.id(), 4);
    TempFeeds.damage(feeds, ann.id(), 10);
    feeds.doctor().repair(Depth.INDEXES, Progress.IGNORED);
    temp.settled();
    assertThat(found("word3")).isEmpty();
    comesAgain(3);
    assertThat(head()).isEqualTo(3);
    assertThat(found("word3")).hasSize(1);
    comesAgain(4);
    comesAgain(10);
    assertThat(head()).isEqualTo(20);
    assertThat(feeds.doctor().examine(Depth.INDEXES, Progress.IGNORED).damage()).isEmpty();
  }

  @Test
  void aContactThatComesAgainIsTold() throws PublishRefused {
    SomeFeed bob = SomeFeed.of("bob");
    follow(ann.id());
    ann.follow(bob.id());
    store(ann);
    temp.settled();
    TempFeeds.damage(feeds, ann.id(), 1);
    feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
    feeds.rebuildIndexes();
    temp.settled();
    assertThat(feeds.graph().follows(ann.id(), bob.id())).isFalse();
    try (EventRecorder events = new EventRecorder(feeds.events())) {
      comesAgain(1);
      assertThat(feeds.graph().follows(ann.id(), bob.id())).isTrue();
      await().until(() -> events.has(GraphChanged.class));
    }
  }

  @Nested
  class WhomWeBlock {

    private final SomeFeed mallory = SomeFeed.of("mallory");
    private FeedId self;

    @BeforeEach
    void write() {
      self = feeds.identity().id();
      mallory.post("rude words");
      store(mallory);
    }

    private void assertIsBlocked() {
      assertThat(feeds.graph().hops(mallory.id()).isBlocked()).isTrue();
      assertThat(feeds.timeline().by(mallory.id(), TimelineKey.TOP, 10)).isEmpty();
    }

    @Test
    void staysBlockedFromTheMomentAnEarlierFollowComesAgain() throws PublishRefused {
      follow(mallory.id());
      block(mallory.id());
      assertThat(feeds.gate().release(new Sequence(2))).isTrue();
      byte[] followed = feeds.log().range(self, Sequence.FIRST, 1).getFirst().wire();
      lose(self, 1);
      feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
      temp.settled();
      temp.refuseBuilds();
      temp.ingest(List.of(followed), TempFeeds.IMPORT);
      assertThat(feeds.log().head(self).orElseThrow().sequence()).isEqualTo(new Sequence(2));
      assertIsBlocked();
    }

    @Test
    void staysBlockedWhileTheMessageThatSaysSoIsMissing() throws PublishRefused {
      block(mallory.id());
      feeds.publisher().publish(Post.root("good riddance").toJson());
      assertThat(feeds.gate().release(new Sequence(2))).isTrue();
      byte[] blocked = feeds.log().range(self, Sequence.FIRST, 1).getFirst().wire();
      lose(self, 1);
      feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
      feeds.rebuildIndexes();
      temp.settled();
      assertIsBlocked();
      temp.ingest(List.of(blocked), TempFeeds.IMPORT);
      temp.settled();
      assertIsBlocked();
      assertThat(feeds.doctor().examine(Depth.INDEXES, Progress.IGNORED).damage()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void staysBlockedWhileTheMessageThatSaysSoIsDamaged(boolean isPrivate) throws PublishRefused {
      JsonObject block = Contact.block(mallory.id()).toJson();
      if (isPrivate) {
        feeds.publisher().publishPrivate(block, List.of(self));
      } else {
        feeds.publisher().publish(block);
      }
      TempFeeds.damage(feeds, self, 1);
      feeds.rebuildIndexes();
      temp.settled();
      assertIsBlocked();
      feeds.rebuildIndexes();
      reopen();
      temp.settled();
      assertIsBlocked();
    }

    /// Only what cannot be read is believed of an index.
    @Test
    void isWhomTheLogSaysWhereAnIndexIsGarbled() throws PublishRefused {
      follow(mallory.id());
      feeds.publisher().publish(Post.root("welcome").toJson());
      temp.change("UPDATE contacts SET edge = -1, open = -1, open_sequence = 2");
      feeds.rebuildIndexes();
      temp.settled();
      assertThat(feeds.graph().hops(mallory.id()).isBlocked()).isFalse();
    }
  }

  private List<Long> arrivals() {
    return feeds.log().range(ann.id(), Sequence.FIRST, 100).stream()
        .map(stored -> stored.arrival().number())
        .toList();
  }

  @Nested
  class ALostRowThatComesAgain {

    private final SomeFeed bob = SomeFeed.of("bob");
    private Message root;

    /// A thread of two, who came in turns.
    @BeforeEach
    void write() {
      root = ann.post("the beginning");
      for (int i = 0; i < 4; i++) {
        bob.reply("reply " + i, root.id(), root.id());
        ann.reply("answer " + i, root.id(), root.id());
        temp.ingest(bob.values().subList(i, i + 1), TempFeeds.IMPORT);
        temp.ingest(ann.values().subList(i, i + 1), TempFeeds.IMPORT);
      }
      temp.settled();
    }

    private int unread() {
      return feeds.timeline().home(TimelineFilter.EVERYBODY, TimelineKey.TOP, 10).stream()
          .mapToInt(thread -> thread.counts().unread())
          .sum();
    }

    @Test
    void takesThePlaceItHad() {
      List<Long> before = arrivals();
      lose(ann.id(), 2);
      lose(ann.id(), 3);
      feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
      comesAgain(2);
      comesAgain(3);
      assertThat(arrivals()).isEqualTo(before);
      assertThat(head()).isEqualTo(4);
      assertThat(feeds.doctor().examine(Depth.INDEXES, Progress.IGNORED).damage()).isEmpty();
    }

    @Test
    void leavesWhatThePersonHasReadAsItIs() {
      feeds.readMarks().seen(root.id(), feeds.log().lastArrival());
      bob.post("another beginning");
      temp.ingest(bob.values().subList(4, 5), TempFeeds.IMPORT);
      assertThat(unread()).isEqualTo(1);
      lose(ann.id(), 2);
      feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
      temp.refuseBuilds();
      temp.ingest(ann.values().subList(1, 2), TempFeeds.IMPORT);
      assertThat(unread()).isEqualTo(1);
      temp.allowBuilds();
      feeds.rebuildIndexes();
      temp.settled();
      assertThat(unread()).isEqualTo(1);
      assertThat(feeds.threads().of(root.id()).orElseThrow().posts()).hasSize(8);
    }

    /// Whose number was which nobody knows.
    @Test
    void hasTheIndexesCountAsIncompleteWhereTheNumberOfAnotherIsFreeToo() {
      lose(bob.id(), 2);
      lose(ann.id(), 2);
      feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
      temp.refuseBuilds();
      temp.ingest(ann.values().subList(1, 2), TempFeeds.IMPORT);
      assertThat(feeds.indexing()).isNotEmpty().allMatch(IndexProgress::isLacking);
      temp.allowBuilds();
      temp.ingest(bob.values().subList(1, 2), TempFeeds.IMPORT);
      temp.settled();
      assertThat(feeds.threads().of(root.id()).orElseThrow().posts()).hasSize(8);
      assertThat(feeds.doctor().examine(Depth.INDEXES, Progress.IGNORED).damage()).isEmpty();
    }

    /// A damaged row has its number.
    @Test
    void hasTheRestArriveAnewWhereItsPlaceIsTaken() {
      temp.change("UPDATE messages SET feed = 200 WHERE arrival = " + arrivals().get(1));
      feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
      temp.refuseBuilds();
      temp.ingest(ann.values().subList(1, 2), TempFeeds.IMPORT);
      assertThat(head()).isEqualTo(4);
      assertThat(arrivals()).hasSize(4).isSorted().endsWith(9L, 10L, 11L);
      assertThat(feeds.indexing()).isNotEmpty().allMatch(IndexProgress::isLacking);
      temp.allowBuilds();
      feeds.rebuildIndexes();
      temp.settled();
      feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
      assertThat(feeds.doctor().examine(Depth.INDEXES, Progress.IGNORED).damage()).isEmpty();
    }
  }

  @Test
  void whatWasSaidEarlierAndComesAgainIsNotTakenForTheLastWord() {
    ann.name(ann.id(), "Old");
    ann.write(new ChannelSubscription("tea", true).toJson());
    ann.name(ann.id(), "New");
    ann.write(new ChannelSubscription("tea", false).toJson());
    store(ann);
    temp.settled();
    lose(ann.id(), 1);
    lose(ann.id(), 2);
    feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
    temp.refuseBuilds();
    temp.ingest(ann.values().subList(0, 2), TempFeeds.IMPORT);
    assertThat(head()).isEqualTo(4);
    assertThat(feeds.profiles().byline(ann.id()).name()).isEqualTo("New");
    assertThat(temp.rows("subscriptions WHERE subscribed = 1")).isZero();
  }

  @Test
  void whatLiesBehindCountsAgainAPartAtATime() {
    write(1_200);
    store(ann);
    TempFeeds.damage(feeds, ann.id(), 1);
    feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
    try (EventRecorder events = new EventRecorder(feeds.events())) {
      comesAgain(1);
      await().until(() -> head() == 1_200);
      await()
          .untilAsserted(
              () ->
                  assertThat(events.all())
                      .filteredOn(FeedHealed.class::isInstance)
                      .hasSizeGreaterThan(2));
    }
    assertThat(feeds.log().damaged()).isEmpty();
    temp.settled();
    assertThat(found("word1200")).hasSize(1);
  }

  @Test
  void earlyPostsGoWhenTheirFeedIsHealedPastThem() throws Exception {
    follow(ann.id());
    write(10);
    store(ann);
    TempFeeds.damage(feeds, ann.id(), 5);
    feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
    feeds.early().take(Map.of(ann.id(), ann.values().subList(7, 10)));
    assertThat(feeds.earlyPosts().newest(2, 100)).hasSize(3);
    comesAgain(5);
    assertThat(head()).isEqualTo(10);
    assertThat(feeds.earlyPosts().newest(2, 100)).isEmpty();
  }
}
