package org.tidings.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.message.Verdict;
import org.tidings.feed.ref.FeedId;

/// The small corpus goes in as it comes from the network, clean and dirty.
class CorpusIngestTest {

  @TempDir Path folder;

  @Test
  void cleanCorpusEndsInTheExpectedHeads() {
    try (TempFeeds temp = new TempFeeds(folder)) {
      List<Verdict> verdicts = temp.ingest(Corpus.values(), TempFeeds.IMPORT);
      assertThat(verdicts).allMatch(Verdict.Accepted.class::isInstance);
      assertThat(heads(temp.feeds())).isEqualTo(expectedHeads());
      assertThat(temp.feeds().log().count()).isEqualTo(2000);
      assertThat(temp.feeds().ingest().counts().accepted()).isEqualTo(2000);
    }
  }

  @Test
  void dirtyCorpusEndsInTheSameHeads() {
    try (TempFeeds temp = new TempFeeds(folder)) {
      List<Verdict> verdicts = temp.ingest(Corpus.dirtyValues(), TempFeeds.IMPORT);
      assertThat(verdicts.stream().filter(Verdict.Accepted.class::isInstance)).hasSize(2000);
      assertThat(heads(temp.feeds())).isEqualTo(expectedHeads());
    }
  }

  @Test
  void headsAreTheSameAfterReopening() {
    try (TempFeeds temp = new TempFeeds(folder)) {
      temp.ingest(Corpus.values(), TempFeeds.IMPORT);
      temp.reopen();
      assertThat(heads(temp.feeds())).isEqualTo(expectedHeads());
      assertThat(temp.feeds().log().count()).isEqualTo(2000);
    }
  }

  private static Map<String, String> heads(Feeds feeds) {
    Map<String, String> heads = new TreeMap<>();
    feeds.log().heads().keySet().forEach(feed -> heads.put(feed.toString(), head(feeds, feed)));
    return heads;
  }

  private static String head(Feeds feeds, FeedId feed) {
    return feeds.log().head(feed).map(head -> head.sequence() + " " + head.id()).orElseThrow();
  }

  private static Map<String, String> expectedHeads() {
    Map<String, String> heads = new TreeMap<>();
    JsonObject expected = Corpus.expected().object("heads").orElseThrow();
    for (String feed : expected.keys()) {
      JsonObject head = expected.object(feed).orElseThrow();
      heads.put(
          feed,
          (long) head.number("sequence").orElseThrow() + " " + head.string("id").orElseThrow());
    }
    return heads;
  }
}
