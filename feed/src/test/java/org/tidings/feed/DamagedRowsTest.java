package org.tidings.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.content.ChannelSubscription;
import org.tidings.feed.doctor.Depth;
import org.tidings.feed.doctor.Finding;
import org.tidings.feed.doctor.Progress;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.search.SearchQuery;
import org.tidings.feed.store.Durability;

/// Single rows of the log are damaged on disk: the others are shown and found all the same.
class DamagedRowsTest extends OnFreshFeeds {

  private final SomeFeed ann = SomeFeed.of("ann");
  private final SomeFeed bob = SomeFeed.of("bob");

  private List<String> found() {
    return feeds.search().posts(SearchQuery.parse("like"), Optional.empty(), 50).hits().stream()
        .map(hit -> hit.post().post().text())
        .toList();
  }

  private List<Finding> damage() {
    return feeds.doctor().examine(Depth.MESSAGES, Progress.IGNORED).damage();
  }

  private void likes() {
    ann.post("I like tea");
    bob.post("I like cake");
    store(ann, bob);
    temp.settled();
  }

  @Nested
  class OfWhichOneNamesNoFeed {

    private void stray() {
      likes();
      temp.change("UPDATE messages SET feed = 200 WHERE arrival = 1");
    }

    @Test
    void theOthersAreShownAndFound() {
      stray();
      assertThat(feeds.timeline().home(TimelineFilter.EVERYBODY, TimelineKey.TOP, 10))
          .anySatisfy(thread -> assertThat(thread.opening()).isPresent());
      assertThat(found()).containsExactly("I like cake");
    }

    @Test
    void theDoctorTellsItAndWhereOneIsMissing() {
      ann.post("first");
      stray();
      assertThat(damage()).contains(new Finding.StrayMessages(1)).hasSize(2);
    }

    @Test
    void itIsTakenOutOnceItHasComeAgain() {
      ann.post("I like rain");
      stray();
      feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
      store(ann);
      temp.settled();
      assertThat(found()).containsExactlyInAnyOrder("I like rain", "I like tea", "I like cake");
      feeds.doctor().repair(Depth.MESSAGES, Progress.IGNORED);
      assertThat(damage()).isEmpty();
    }
  }

  /// Its author's word, cut off at the time of arrival, is the place of each message.
  @Test
  void oneThatSeemsToHaveComeLongAgoIsShownAndIndexedLikeAnyOther() {
    Message post = ann.post("I like tea");
    ann.reply("me too", post.id(), post.id());
    store(ann);
    temp.settled();
    temp.change("UPDATE messages SET received = -received WHERE arrival = 2");
    assertThat(feeds.threads().of(post.id()).orElseThrow().posts()).hasSize(2);
    feeds.rebuildIndexes();
    await().until(() -> feeds.indexing().isEmpty());
    assertThat(found()).containsExactly("I like tea");
  }

  /// What is noted of nobody is told by the doctor, and keeps nobody out.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO clocks (peer, feed, value) SELECT 200, feed, 2 FROM feeds",
        "INSERT INTO clocks (peer, feed, value) SELECT feed, 200, 2 FROM feeds",
        "INSERT INTO petnames (feed, name, folded) VALUES (200, 'Nobody', 'nobody')",
        "INSERT INTO muted_feeds (feed) VALUES (200)",
        "INSERT INTO quarantine (feed, sound) VALUES (200, 1)"
      })
  void aNoteOfNobodyKeepsNoStoreShut(String damage) throws PublishRefused {
    likes();
    follow(ann.id());
    temp.change(damage);
    reopen();
    assertThat(damage()).singleElement().isInstanceOf(Finding.BrokenNotes.class);
    assertThat(feeds.peerMemory().clockOf(ann.id()).keySet())
        .allMatch(feed -> feeds.log().beginning(feed.toString(), 1).size() == 1);
    assertThat(feeds.petnames().all()).isEmpty();
    assertThat(feeds.mutes().feeds()).isEmpty();
    assertThat(feeds.log().damaged()).isEmpty();
  }

  @Test
  void oneWithoutAnIdIsNotFoundAndTheOthersAre() {
    likes();
    temp.change("UPDATE messages SET id = x'00' WHERE arrival = 1");
    assertThat(found()).containsExactly("I like cake");
  }

  /// The first message is damaged, and comes again as soon as that is counted down.
  private CountDownLatch firstComesAgain() {
    temp.change("UPDATE messages SET claimed = claimed + 1000 WHERE arrival = 1");
    CountDownLatch read = new CountDownLatch(1);
    temp.occupyWriter(read);
    feeds.database.onWriter(
        () ->
            feeds.database.transaction(
                Durability.NORMAL,
                tx -> tx.update("UPDATE messages SET claimed = claimed - 1000 WHERE arrival = 1")));
    return read;
  }

  /// A page is read just before the message comes again, and what was read is told after that.
  @Test
  void whatHasComeAgainMeanwhileIsNotDistrusted() throws InterruptedException {
    Message post = ann.post("I like tea");
    ann.post("and cake");
    store(ann);
    temp.settled();
    CountDownLatch read = firstComesAgain();
    assertThat(feeds.threads().post(post.id())).isEmpty();
    read.countDown();
    feeds.database.call(() -> true);
    assertThat(feeds.threads().post(post.id())).isPresent();
    assertThat(feeds.log().damaged()).isEmpty();
  }

  /// Whoever distrusts a message has looked far before it.
  @Test
  void whatIsDamagedFarBehindAMessageThatIsDistrustedIsFound() {
    Message first = ann.post("post 1");
    for (int i = 2; i <= 1_200; i++) {
      ann.post("post " + i);
    }
    store(ann);
    temp.settled();
    TempFeeds.damage(feeds, ann.id(), 1_100);
    CountDownLatch read = firstComesAgain();
    assertThat(feeds.threads().post(first.id())).isEmpty();
    assertThat(feeds.log().damaged()).isEmpty();
    read.countDown();
    await().until(() -> feeds.log().headSequence(ann.id()) == 1_099);
    assertThat(feeds.log().isDamaged(ann.id())).isTrue();
  }

  /// Whoever asks takes a page that is not full for the last.
  @Nested
  class PagesAreFull {

    private static final int PAGE = 10;

    private List<String> all(BiFunction<TimelineKey, Integer, List<PostView>> pages) {
      List<String> seen = new ArrayList<>();
      TimelineKey after = TimelineKey.TOP;
      List<PostView> page;
      do {
        page = pages.apply(after, PAGE);
        page.forEach(post -> seen.add(post.post().text()));
        after = page.isEmpty() ? after : page.getLast().times().key();
      } while (page.size() == PAGE);
      return seen;
    }

    private void writeThirty() throws PublishRefused {
      feeds.publisher().publish(new ChannelSubscription("boats", true).toJson());
      for (int i = 0; i < 30; i++) {
        ann.write(
            JsonObject.builder()
                .put("type", "post")
                .put("text", "post " + i)
                .put("channel", "boats")
                .build());
      }
      store(ann);
      temp.settled();
      TempFeeds.damage(feeds, ann.id(), 28);
    }

    @Test
    void ofOneAuthorAndOfChannels() throws PublishRefused {
      writeThirty();
      Map<String, List<String>> seen = new HashMap<>();
      seen.put("author", all((after, most) -> feeds.timeline().by(ann.id(), after, most)));
      seen.put("channel", all((after, most) -> feeds.channels().posts("boats", after, most)));
      assertThat(seen.values())
          .allSatisfy(
              texts -> assertThat(texts).hasSize(29).doesNotHaveDuplicates().contains("post 0"));
      await().until(() -> !feeds.log().damaged().isEmpty());
    }
  }
}
