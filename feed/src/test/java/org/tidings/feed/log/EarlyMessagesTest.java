package org.tidings.feed.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Post;
import org.tidings.feed.event.FeedEvent.EarlyArrived;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.message.Message;

class EarlyMessagesTest extends OnFreshFeeds {
  private static final int HOPS = 2;

  private final SomeFeed ann = SomeFeed.of("ann");

  @BeforeEach
  void annIsFollowed() throws Exception {
    follow(ann.id());
  }

  private void posts(int count) {
    for (int i = 1; i <= count; i++) {
      ann.post("post " + i);
    }
  }

  private List<byte[]> newest(int count) {
    List<byte[]> all = ann.values();
    return all.subList(all.size() - count, all.size());
  }

  private void arrive(int from, int to) {
    temp.ingest(ann.values().subList(from - 1, to), TempFeeds.IMPORT);
  }

  private List<String> shown() {
    return feeds.earlyPosts().newest(HOPS, 100).stream().map(post -> post.post().text()).toList();
  }

  @Test
  void newestPostsAreShownBeforeTheirHistoryIsHere() {
    posts(100);
    AtomicInteger told = new AtomicInteger();
    try (Subscription _ =
        feeds
            .events()
            .subscribe(
                event -> {
                  if (event instanceof EarlyArrived) {
                    told.incrementAndGet();
                  }
                })) {
      assertThat(feeds.early().take(Map.of(ann.id(), newest(3)))).isTrue();
      assertThat(feeds.early().take(Map.of(ann.id(), newest(3)))).isTrue();

      assertThat(shown()).containsExactly("post 100", "post 99", "post 98");
      await().until(() -> told.get() == 1);
    }
    reopen();
    assertThat(shown()).containsExactly("post 100", "post 99", "post 98");
  }

  @Test
  void theyCountNowhere() {
    posts(10);
    feeds.early().take(Map.of(ann.id(), newest(3)));

    assertThat(feeds.log().head(ann.id())).isEmpty();
    assertThat(feeds.log().count()).isEqualTo(1);
    assertThat(feeds.timeline().home(TimelineFilter.IN_REACH, TimelineKey.TOP, 10)).isEmpty();
    PostView first = feeds.earlyPosts().newest(HOPS, 1).getFirst();
    assertThat(feeds.log().get(first.id())).isEmpty();
  }

  @Test
  void theyGoAsTheirHistoryReachesThem() {
    posts(10);
    feeds.early().take(Map.of(ann.id(), newest(3)));
    arrive(1, 7);
    assertThat(shown()).containsExactly("post 10", "post 9", "post 8");
    arrive(8, 9);
    assertThat(shown()).containsExactly("post 10");
    reopen();
    arrive(10, 10);
    assertThat(shown()).isEmpty();
    assertThat(feeds.timeline().by(ann.id(), TimelineKey.TOP, 50)).hasSize(10);
  }

  @Test
  void whatHasBeenReachedIsNotTakenAgain() {
    posts(10);
    arrive(1, 10);
    assertThat(feeds.early().take(Map.of(ann.id(), newest(3)))).isTrue();
    assertThat(shown()).isEmpty();
  }

  @Test
  void anotherMessageOfThatNumberProvesAFork() {
    posts(5);
    Message lie = ann.post("lie");
    feeds.early().take(Map.of(ann.id(), List.of(lie.wire())));
    ann.rewind(1);
    ann.post("truth");
    arrive(1, 6);

    assertThat(shown()).isEmpty();
    assertThat(feeds.timeline().by(ann.id(), TimelineKey.TOP, 1).getFirst().post().text())
        .isEqualTo("truth");
    assertThat(TempFeeds.forkProof(feeds, ann.id()))
        .hasValueSatisfying(wire -> assertThat(wire).isEqualTo(lie.wire()));
  }

  private Message[] twoOfOneNumber() {
    posts(5);
    Message one = ann.post("one");
    ann.rewind(1);
    Message other = ann.post("other");
    feeds.early().take(Map.of(ann.id(), List.of(one.wire())));
    assertThat(TempFeeds.forkProof(feeds, ann.id())).isEmpty();
    feeds.early().take(Map.of(ann.id(), List.of(other.wire())));
    return new Message[] {one, other};
  }

  @Test
  void twoOfOneNumberProveAForkBeforeTheirHistoryIsHere() {
    Message[] two = twoOfOneNumber();
    assertThat(TempFeeds.forkProof(feeds, ann.id()))
        .hasValueSatisfying(wire -> assertThat(wire).isEqualTo(two[1].wire()));
    ann.rewind(1);
    Message third = ann.post("third");
    feeds.early().take(Map.of(ann.id(), List.of(third.wire())));
    assertThat(shown()).containsExactlyInAnyOrder("one", "other");
  }

  @Test
  void theProofIsTheOneThatTheFeedDoesNotGoOnWith() {
    Message[] two = twoOfOneNumber();
    posts(60);
    feeds.early().take(Map.of(ann.id(), newest(60)));
    arrive(1, 6);
    assertThat(feeds.log().get(two[1].id())).isPresent();
    assertThat(TempFeeds.forkProof(feeds, ann.id()))
        .hasValueSatisfying(wire -> assertThat(wire).isEqualTo(two[0].wire()));
  }

  @Test
  void whatIsForgedOrOfAnotherFeedIsRefused() {
    posts(5);
    byte[] forged = newest(1).getFirst().clone();
    forged[forged.length / 2] ^= 1;
    SomeFeed bob = SomeFeed.of("bob");
    bob.post("mine");

    assertThat(feeds.early().take(Map.of(ann.id(), List.of(forged)))).isFalse();
    assertThat(feeds.early().take(Map.of(ann.id(), bob.values()))).isFalse();
    assertThat(shown()).isEmpty();
  }

  @Test
  void nothingIsLookedAtBehindWhatIsForged() {
    posts(3);
    byte[] forged = ann.values().get(1).clone();
    forged[forged.length / 2] ^= 1;
    List<byte[]> all = List.of(ann.values().get(0), forged, ann.values().get(2));
    assertThat(feeds.early().take(Map.of(ann.id(), all))).isFalse();
    assertThat(shown()).containsExactly("post 1");
  }

  @Test
  void nobodyUnwantedComesIn() throws Exception {
    SomeFeed stranger = SomeFeed.of("stranger");
    stranger.post("hello");
    assertThat(feeds.early().take(Map.of(stranger.id(), stranger.values()))).isTrue();
    posts(5);
    feeds.early().take(Map.of(ann.id(), newest(1)));
    assertThat(shown()).containsExactly("post 5");

    block(ann.id());
    assertThat(shown()).isEmpty();
  }

  @Test
  void theMutedAreLeftOutAndTheDroppedAreGone() {
    posts(5);
    feeds.early().take(Map.of(ann.id(), newest(1)));
    feeds.mutes().mute(ann.id());
    assertThat(shown()).isEmpty();
    feeds.mutes().unmute(ann.id());
    assertThat(shown()).hasSize(1);
    feeds.storage().drop(ann.id());
    assertThat(shown()).isEmpty();
  }

  @Test
  void whatClaimsToComeFromTheFutureIsOnTopOnlyWhenItComesAlone() throws Exception {
    SomeFeed ahead = SomeFeed.of("ahead");
    follow(ahead.id());
    double nextYear = temp.clock().millis() + Duration.ofDays(365).toMillis();
    for (int i = 1; i <= 3; i++) {
      ahead.write(Post.root("at once " + i).toJson(), nextYear);
    }
    posts(1);
    feeds.early().take(Map.of(ahead.id(), ahead.values(), ann.id(), newest(1)));
    assertThat(shown()).hasSize(4).startsWith("post 1");

    temp.clock().advance(Duration.ofHours(1));
    ahead.write(Post.root("alone").toJson(), nextYear);
    feeds.early().take(Map.of(ahead.id(), List.of(ahead.values().getLast())));
    assertThat(shown()).startsWith("alone", "post 1");
    assertThat(temp.read(EarlyTable::damaged)).isEmpty();
  }

  @Test
  void mutedThreadsAreLeftOut() {
    Message root = ann.post("root");
    ann.post("between");
    Message reply = ann.reply("in the thread", root.id(), root.id());
    feeds.early().take(Map.of(ann.id(), List.of(reply.wire())));
    assertThat(shown()).containsExactly("in the thread");
    feeds.mutes().mute(root.id());
    assertThat(shown()).isEmpty();
  }

  @Test
  void whoseHistoryDoesNotComeAreShownNoMoreAfterAWeek() {
    posts(5);
    feeds.early().take(Map.of(ann.id(), newest(1)));
    temp.clock().advance(Duration.ofDays(6));
    assertThat(shown()).hasSize(1);
    temp.clock().advance(Duration.ofDays(2));
    assertThat(shown()).isEmpty();
  }

  @Test
  void ourOwnComeThroughTheLogAlone() {
    SomeFeed elsewhere = SomeFeed.of(feeds.identity().keys());
    elsewhere.post("from another device");
    assertThat(feeds.early().take(Map.of(elsewhere.id(), elsewhere.values()))).isTrue();
    assertThat(shown()).isEmpty();
  }

  @Test
  void itIsKnownHowFarTheyReach() {
    assertThat(feeds.early().newest(ann.id())).isZero();
    posts(5);
    feeds.early().take(Map.of(ann.id(), newest(2)));
    assertThat(feeds.early().newest(ann.id())).isEqualTo(5);
  }

  @Test
  void onlyTheNewestOfAFeedAreKept() {
    posts(200);
    feeds.early().take(Map.of(ann.id(), newest(30)));
    feeds.early().take(Map.of(ann.id(), newest(120)));
    assertThat(shown())
        .hasSize(EarlyMessages.MOST_OF_A_FEED)
        .startsWith("post 200")
        .endsWith("post 151");
  }

  @Test
  void onlyPostsAreWorthShowing() {
    Message post = ann.post("post");
    ann.vote(post.id(), 1);
    ann.name(ann.id(), "Ann");
    assertThat(feeds.early().take(Map.of(ann.id(), ann.values()))).isTrue();
    assertThat(shown()).containsExactly("post");
  }
}
