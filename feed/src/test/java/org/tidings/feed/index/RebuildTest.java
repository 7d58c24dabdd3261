package org.tidings.feed.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.Corpus;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Post;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.ref.FeedId;

/// Indexes built again beside themselves while everything goes on.
class RebuildTest {

  private static final FeedId OWNER =
      FeedId.parse(Corpus.expected().object("hops").orElseThrow().keys().getFirst()).orElseThrow();

  @TempDir Path folder;
  private Path data;
  private Map<String, List<String>> right;

  @BeforeEach
  void fill() {
    data = folder.resolve("data");
    try (TempFeeds temp = TempFeeds.of(Corpus.keys(OWNER), folder)) {
      temp.ingest(Corpus.values(), TempFeeds.IMPORT);
      temp.settled();
    }
    right = IndexDump.of(data);
  }

  private void rebuilt() {
    try (TempFeeds temp = new TempFeeds(folder)) {
      temp.feeds().rebuildIndexes();
      temp.settled();
    }
  }

  @Test
  void everyIndexEqualsTheFirstOne() {
    rebuilt();
    IndexDump.assertSame(IndexDump.of(data), right);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM posts WHERE arrival % 3 = 0",
        "UPDATE votes SET value = -value",
        "UPDATE abouts SET name = 'somebody else'",
        "UPDATE contacts SET edge = -1",
        "UPDATE channel_posts SET feed = feed + 1",
        "DELETE FROM subscriptions",
        "INSERT INTO links (links) VALUES ('delete-all')",
        "UPDATE blob_links SET arrival = arrival + 1",
        "INSERT INTO search (search) VALUES ('delete-all')",
        "UPDATE feed_sizes SET bytes = 0"
      })
  void whateverWasGarbledIsRightAgain(String garbling) {
    IndexDump.change(data, garbling);
    rebuilt();
    IndexDump.assertSame(IndexDump.of(data), right);
  }

  @Test
  void nothingIsLeftOfTheTablesThatWereReplaced() {
    rebuilt();
    try (TempFeeds _ = new TempFeeds(folder)) {
      await()
          .until(
              () ->
                  IndexDump.tables(data).stream()
                      .noneMatch(name -> name.matches("(gone|b)\\d+_.*")));
    }
  }

  @Test
  void postsPublishedMeanwhileAreInTheOldAndTheNewIndex() throws PublishRefused {
    try (TempFeeds temp = new TempFeeds(folder)) {
      temp.feeds().gate().override();
      temp.feeds().rebuildIndexes();
      for (int i = 0; i < 50; i++) {
        var message = temp.feeds().publisher().publish(Post.root("meanwhile " + i).toJson());
        assertThat(temp.feeds().threads().of(message.id())).isPresent();
      }
      temp.settled();
    }
    Map<String, List<String>> now = IndexDump.of(data);
    IndexDump.outdate(data);
    new TempFeeds(folder).close();
    reopenUntilSettled();
    IndexDump.assertSame(IndexDump.of(data), now);
  }

  private void reopenUntilSettled() {
    try (TempFeeds temp = new TempFeeds(folder)) {
      temp.settled();
    }
  }

  @Test
  void aBuildThatWasCutShortGoesOnAfterTheNextStart() {
    try (TempFeeds temp = new TempFeeds(folder)) {
      temp.feeds().rebuildIndexes();
    }
    reopenUntilSettled();
    IndexDump.assertSame(IndexDump.of(data), right);
  }

  /// Begun, with nothing in them yet.
  private void begunBuilds(String change) {
    try (TempFeeds temp = new TempFeeds(folder)) {
      temp.refuseBuilds();
      temp.feeds().rebuildIndexes();
    }
    IndexDump.change(data, "DROP TRIGGER no_build", change);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE index_builds SET arrival = arrival + 1024 WHERE name = 'threads'",
        "UPDATE index_builds SET version = version + 64 WHERE name = 'votes'",
        "UPDATE index_builds SET generation = generation + 512 WHERE name = 'search'"
      })
  void aBuildOfWhichADamagedNoteSaysSomethingElseBeginsAnew(String damage) {
    begunBuilds(damage);
    reopenUntilSettled();
    IndexDump.assertSame(IndexDump.of(data), right);
  }

  @Test
  void aBuildOfAnotherVersionIsGivenUp() {
    try (TempFeeds temp = new TempFeeds(folder)) {
      temp.feeds().rebuildIndexes();
    }
    IndexDump.change(data, "UPDATE index_builds SET version = 999");
    IndexDump.outdate(data);
    reopenUntilSettled();
    IndexDump.assertSame(IndexDump.of(data), right);
  }
}
