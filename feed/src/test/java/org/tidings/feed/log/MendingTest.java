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
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Post;
import org.tidings.feed.doctor.Depth;
import org.tidings.feed.doctor.Progress;
import org.tidings.feed.event.EventRecorder;
import org.tidings.feed.event.FeedEvent.GraphChanged;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.json.JsonObject;
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
