package org.tidings.feed.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.activity.Why;
import org.tidings.feed.content.Post;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.search.SearchHit;
import org.tidings.feed.search.SearchQuery;

/// Where timelines place posts, whatever time they claim.
class PlacementTest {

  private static final double YEAR_MS = Duration.ofDays(365).toMillis();
  private static final int A_PAGE = 50;

  private final KeyPair keys = SomeKeys.of("me");
  private final SomeFeed ann = SomeFeed.of("ann");
  private final SomeFeed liar = SomeFeed.of("liar");

  @TempDir Path folder;
  private TempFeeds temp;

  @BeforeEach
  void open() {
    temp = TempFeeds.of(keys, folder);
  }

  @AfterEach
  void close() {
    temp.close();
  }

  private double now() {
    return temp.clock().millis();
  }

  private static void post(SomeFeed author, String text, double claimedMs) {
    author.write(Post.root(text).toJson(), claimedMs);
  }

  /// In a channel, and of us.
  private void postOfUs(SomeFeed author, double claimedMs) {
    FeedId self = temp.feeds().identity().id();
    post(author, "About the tide: #news for [@me](" + self + ").", claimedMs);
  }

  /// Everything these wrote so far, at once.
  private void store(SomeFeed... authors) {
    for (SomeFeed author : authors) {
      temp.ingest(author.values(), TempFeeds.IMPORT);
    }
  }

  private void later(Duration by) {
    temp.clock().advance(by);
  }

  private List<PostView> home(int limit) {
    return temp.feeds().timeline().home(TimelineFilter.EVERYBODY, TimelineKey.TOP, limit).stream()
        .map(thread -> thread.opening().orElseThrow())
        .toList();
  }

  private List<String> texts() {
    return home(A_PAGE).stream().map(view -> view.post().text()).toList();
  }

  private List<Long> places() {
    return home(A_PAGE).stream().map(view -> view.times().shownMs()).toList();
  }

  @Test
  void aNewcomersFirstPageHasNoPostOfOneWhoseClockIsAlwaysAhead() {
    for (int i = 0; i < 200; i++) {
      post(liar, "ahead " + i, now() + 100 * YEAR_MS + i);
    }
    for (int i = 0; i < A_PAGE; i++) {
      post(ann, "honest " + i, now() - YEAR_MS - i);
    }
    store(liar, ann);

    assertThat(home(A_PAGE)).extracting(view -> view.by().id()).containsOnly(ann.id());
  }

  @Test
  void whatOthersWroteBeforeIsNotHiddenByWhatComesAtOnce() {
    post(liar, "honest once", now() - 2 * YEAR_MS);
    for (int i = 0; i < 10; i++) {
      post(liar, "ahead " + i, now() + YEAR_MS);
    }
    post(ann, "last year", now() - YEAR_MS);
    post(ann, "three years ago", now() - 3 * YEAR_MS);
    store(liar, ann);

    assertThat(texts()).hasSize(13).startsWith("last year").endsWith("three years ago");
  }

  @Test
  void aFriendAYearAheadIsOnTopWhileWriting() {
    post(liar, "of before", now() + YEAR_MS);
    post(ann, "honest", now() - 1);
    store(liar, ann);
    later(Duration.ofHours(1));
    post(liar, "live", now() + YEAR_MS);
    post(liar, "and more at once", now() + YEAR_MS);
    store(liar);
    assertThat(texts()).containsExactly("and more at once", "live", "honest", "of before");

    later(Duration.ofHours(1));
    post(ann, "honest and later", now());
    store(ann);
    assertThat(texts()).startsWith("honest and later", "and more at once");
  }

  @Test
  void lessThanADayAheadIsAClockLikeAnyOther() {
    post(ann, "earlier", now() - 1_000);
    post(liar, "ahead", now() + Duration.ofDays(1).toMillis());
    store(liar, ann);

    assertThat(texts()).containsExactly("ahead", "earlier");
    assertThat(places()).first().isEqualTo((long) now());
  }

  @Test
  void whatComesWhileTheClockHasLostItsTimeStandsWithWhatCameLast() throws PublishRefused {
    post(ann, "before", now() - 1);
    store(ann);
    double then = now();
    later(Duration.ofDays(-50 * 365));
    SomeFeed bob = SomeFeed.of("bob");
    post(bob, "long ago", then - YEAR_MS);
    post(bob, "while it is lost", then + YEAR_MS);
    post(ann, "while it is lost, too", then + YEAR_MS);
    store(bob, ann);
    temp.feeds().publisher().publish(Post.root("ours").toJson());

    assertThat(texts())
        .containsExactly("ours", "while it is lost, too", "while it is lost", "before", "long ago");
    assertThat(places().subList(0, 3)).containsOnly((long) then);
    assertThat(home(1).getFirst().times().claimedMs()).isEqualTo(then);
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        -1e300,
        -3.2e12,
        -0.5,
        0.5,
        1.5e12 + 0.75,
        1.767268800000e12 + 0.25,
        4.9e12,
        1e15,
        9.007199254740992e15,
        1e300
      })
  void noTimeClaimedLeadsAboveWhatComesLater(double claimedMs) {
    post(liar, "first", claimedMs);
    store(liar);
    later(Duration.ofHours(1));
    post(liar, "alone", claimedMs);
    store(liar);
    later(Duration.ofHours(1));
    post(liar, "with what follows", claimedMs);
    post(liar, "at once", claimedMs);
    store(liar);
    assertThat(places()).allMatch(place -> place >= 0 && place <= now());

    later(Duration.ofHours(1));
    post(ann, "now", now());
    store(ann);
    assertThat(texts()).hasSize(5).startsWith("now");
  }

  @Test
  void aClockSetBackBetweenTwoMessagesPlacesNoneAfterItCame() {
    later(Duration.ofDays(60));
    post(liar, "first", now() + YEAR_MS);
    store(liar);
    later(Duration.ofHours(1));
    post(liar, "alone", now() + YEAR_MS);
    store(liar);
    later(Duration.ofDays(-30));
    post(liar, "before it", now() + YEAR_MS);
    store(liar);

    assertThat(home(A_PAGE))
        .filteredOn(view -> view.post().text().equals("before it"))
        .singleElement()
        .matches(view -> view.times().shownMs() == (long) now());
  }

  @Test
  void everyListHasAPostInTheSamePlace() {
    post(liar, "honest once", now() - 2 * YEAR_MS);
    postOfUs(liar, now() + YEAR_MS);
    store(liar);
    long place = (long) (now() - 2 * YEAR_MS);

    assertThat(places()).containsOnly(place);
    assertThat(temp.feeds().timeline().by(liar.id(), TimelineKey.TOP, 9))
        .hasSize(2)
        .allMatch(view -> view.times().shownMs() == place);
    assertThat(temp.feeds().channels().posts("news", TimelineKey.TOP, 9))
        .singleElement()
        .matches(view -> view.times().shownMs() == place);
    assertThat(temp.feeds().activity().latest(EnumSet.allOf(Why.class), TimelineKey.TOP, 9))
        .singleElement()
        .matches(item -> item.key().shownMs() == place);
    assertThat(found("tide since:2025")).isEmpty();
    assertThat(found("tide until:2025"))
        .singleElement()
        .matches(hit -> hit.post().times().shownMs() == place);
  }

  private List<SearchHit> found(String query) {
    return temp.feeds().search().posts(SearchQuery.parse(query), Optional.empty(), 9).hits();
  }

  @Test
  void indexesBuiltAgainPlaceEverythingAsBefore() {
    fill();
    temp.close();
    Map<String, List<String>> right = IndexDump.of(folder.resolve("data"));

    temp = new TempFeeds(folder);
    temp.feeds().rebuildIndexes();
    temp.settled();
    temp.close();
    IndexDump.assertSame(IndexDump.of(folder.resolve("data")), right);
  }

  @Test
  void nothingIsLeftOfAFeedThatIsDropped() {
    fill();
    temp.feeds().storage().drop(liar.id());
    temp.settled();
    await().until(() -> temp.rows("messages") == ann.values().size());

    assertThat(home(A_PAGE)).extracting(view -> view.by().id()).containsOnly(ann.id());
    assertThat(temp.rows("posts")).isEqualTo(ann.values().size());
    assertThat(temp.rows("channel_posts")).isZero();
    assertThat(temp.rows("activity")).isZero();
  }

  /// Some came alone, some at once; some are placed by what they claim, some by what was before.
  private void fill() {
    for (int day = 0; day < 4; day++) {
      post(ann, "honest", now());
      for (double claimedMs : new double[] {now() + YEAR_MS, -0.5, now() - YEAR_MS, 1e15, 1e300}) {
        postOfUs(liar, claimedMs);
      }
      store(liar, ann);
      later(Duration.ofDays(1));
    }
  }
}
