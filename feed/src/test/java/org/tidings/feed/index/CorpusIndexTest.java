package org.tidings.feed.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.Corpus;
import org.tidings.feed.Feeds;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.conversation.Conversation;
import org.tidings.feed.graph.Hops;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;

/// What the indexes answer about the small corpus, compared with the answers made beside it.
class CorpusIndexTest {

  @TempDir static Path folder;
  private static TempFeeds temp;

  @BeforeAll
  static void ingest() {
    temp = new TempFeeds(folder.resolve("clean"), folder.resolve("state"));
    temp.ingest(Corpus.values(), TempFeeds.IMPORT);
  }

  @AfterAll
  static void close() {
    temp.close();
  }

  private static CorpusAnswers answers() {
    return new CorpusAnswers(temp.feeds());
  }

  @Test
  void threadsAreInTheirCausalOrder() {
    answers().threadsAreInTheirCausalOrder();
  }

  @Test
  void headsOfThreadsAreThePostsNobodyNames() {
    answers().headsOfThreadsAreThePostsNobodyNames();
  }

  @Test
  void threadsHaveTheirSize() {
    answers().threadsHaveTheirSize();
  }

  @Test
  void homeHoldsEveryThreadOnceWithAllItsReplies() {
    answers().homeHoldsEveryThreadOnceWithAllItsReplies();
  }

  @Test
  void votesAreTheLastOnesOfEachAuthor() {
    answers().votesAreTheLastOnesOfEachAuthor();
  }

  @Test
  void profilesAreWhatEachFeedLastSaidAboutItself() {
    answers().profilesAreWhatEachFeedLastSaidAboutItself();
  }

  @Test
  void namesGivenByOthersAreCounted() {
    answers().namesGivenByOthersAreCounted();
  }

  @Test
  void channelsHoldTheirPosts() {
    answers().channelsHoldTheirPosts();
  }

  @Test
  void channelsHaveTheirSubscribers() {
    answers().channelsHaveTheirSubscribers();
  }

  @Test
  void mentionsAreReadFromTheirPosts() {
    answers().mentionsAreReadFromTheirPosts();
  }

  @Test
  void everyBlobSomebodyNamesIsKnown() {
    answers().everyBlobSomebodyNamesIsKnown();
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0, 2", "0, 3", "1, 1", "1, 2", "1, 3"})
  void hopsAreCountedFromOurOwnFeed(int root, int max, @TempDir Path parent) {
    FeedId self = root(root);
    try (TempFeeds ours = TempFeeds.of(Corpus.keys(self), parent)) {
      ours.ingest(Corpus.values(), TempFeeds.IMPORT);
      ours.settled();
      // Only the first of them has said anything in secret.
      String said = "max" + max + (root == 0 ? "WithPrivate" : "");
      assertThat(hopsOf(ours.reopen(max))).isEqualTo(wanted(self, said));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0, 2", "0, 3", "1, 1", "1, 2", "1, 3"})
  void hopsAreCountedFromOthersByWhatTheySayInTheOpen(int root, int max) {
    Map<String, Integer> found = new TreeMap<>();
    temp.feeds()
        .graph()
        .seenFrom(root(root), max, false)
        .forEach((feed, hops) -> found.put(feed.toString(), hops.value()));
    assertThat(found).isEqualTo(wanted(root(root), "max" + max));
  }

  private static FeedId root(int which) {
    return CorpusAnswers.feed(CorpusAnswers.expected("hops").keys().get(which));
  }

  private static Map<String, Integer> wanted(FeedId root, String table) {
    JsonObject expected =
        CorpusAnswers.expected("hops")
            .object(root.toString())
            .orElseThrow()
            .object(table)
            .orElseThrow();
    Map<String, Integer> wanted = new TreeMap<>();
    expected.forEach((feed, value) -> wanted.put(feed, (int) expected.number(feed).orElseThrow()));
    return wanted;
  }

  private static Map<String, Integer> hopsOf(Feeds feeds) {
    Map<String, Integer> found = new TreeMap<>();
    for (FeedId feed : feeds.log().heads().keySet()) {
      Hops hops = feeds.graph().hops(feed);
      if (hops.isKnown()) {
        found.put(feed.toString(), hops.value());
      }
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void privateMessagesAreReadByThoseTheyAreFor(int reader, @TempDir Path parent) {
    JsonObject expected = CorpusAnswers.expected("privateReadable");
    FeedId self = CorpusAnswers.feed(expected.keys().get(reader));
    Map<String, String> wanted = new TreeMap<>();
    for (Json item : expected.array(self.toString()).orElseThrow().items()) {
      JsonObject message = item.asObject().orElseThrow();
      if (message.string("type").equals(Optional.of("post"))) {
        wanted.put(message.string("key").orElseThrow(), message.string("text").orElseThrow());
      }
    }
    try (TempFeeds ours = TempFeeds.of(Corpus.keys(self), parent)) {
      ours.ingest(Corpus.values(), TempFeeds.IMPORT);
      Feeds feeds = ours.settled().feeds();
      wanted
          .keySet()
          .removeIf(
              id -> feeds.graph().hops(authorOf(feeds, CorpusAnswers.message(id))).isBlocked());
      assertThat(privatePosts(feeds)).isEqualTo(wanted);
    }
  }

  private static FeedId authorOf(Feeds feeds, MessageId id) {
    return feeds.log().get(id).orElseThrow().author();
  }

  private static Map<String, String> privatePosts(Feeds feeds) {
    Map<String, String> found = new TreeMap<>();
    for (Conversation conversation : feeds.conversations().latest(TimelineKey.TOP, 1_000)) {
      feeds
          .conversations()
          .posts(conversation.otherIds(), TimelineKey.TOP, 1_000)
          .forEach(post -> found.put(post.id().toString(), post.post().text()));
    }
    return found;
  }
}
