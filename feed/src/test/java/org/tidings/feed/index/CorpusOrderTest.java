package org.tidings.feed.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.Corpus;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.MessageCodec;
import org.tidings.feed.ref.FeedId;

/// Neither what is answered nor what the indexes hold depends on the order in which feeds arrive,
/// nor on duplicates and damage among what arrives.
class CorpusOrderTest {

  /// Somebody who follows, blocks and reads private messages.
  private static final FeedId OWNER =
      FeedId.parse(Corpus.expected().object("hops").orElseThrow().keys().getFirst()).orElseThrow();

  @TempDir static Path folder;
  private static Known inOrder;

  /// All there is to know of a store: what it answers, and what its indexes hold.
  private record Known(Map<String, List<String>> answers, Map<String, List<String>> rows) {

    void isAs(Known other) {
      IndexDump.assertSame(answers, other.answers);
      answers.forEach(
          (question, answer) ->
              assertThat(answer).as(question).isEqualTo(other.answers.get(question)));
      IndexDump.assertSame(rows, other.rows);
    }
  }

  @BeforeAll
  static void ingest() {
    inOrder = known(Corpus.values(), folder.resolve("in order"));
  }

  private static Known known(List<byte[]> values, Path parent) {
    Map<String, List<String>> answers;
    try (TempFeeds ours = TempFeeds.of(Corpus.keys(OWNER), parent)) {
      ours.ingest(values, TempFeeds.IMPORT);
      answers = new StoreAnswers(ours.settled().feeds()).all();
    }
    return new Known(answers, IndexDump.of(parent.resolve("data")));
  }

  @Test
  void everyKindOfQuestionHasAnAnswer() {
    Set<String> answered = new TreeSet<>();
    inOrder.answers.forEach(
        (question, answer) -> {
          if (!answer.isEmpty()) {
            answered.add(question.replaceFirst(" .*", ""));
          }
        });
    assertThat(answered)
        .containsExactly(
            "activity",
            "blobs",
            "channel",
            "channels",
            "conversations",
            "home",
            "named",
            "person",
            "reactions",
            "search",
            "thread");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void cleanFeedsGiveTheSameInAnyOrder(long seed, @TempDir Path parent) {
    List<byte[]> values = shuffled(Corpus.values(), seed);
    known(values, parent.resolve("ours")).isAs(inOrder);
    answersAreAsExpected(values, parent.resolve("newcomer"));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void dirtyFeedsGiveTheSameInAnyOrder(long seed, @TempDir Path parent) {
    List<byte[]> values = shuffled(Corpus.dirtyValues(), seed);
    known(values, parent.resolve("ours")).isAs(inOrder);
    answersAreAsExpected(values, parent.resolve("newcomer"));
  }

  /// To somebody who knows nobody.
  private static void answersAreAsExpected(List<byte[]> values, Path parent) {
    try (TempFeeds newcomer = new TempFeeds(parent)) {
      newcomer.ingest(values, TempFeeds.IMPORT);
      new CorpusAnswers(newcomer.feeds()).areAsExpected();
    }
  }

  /// Each feed in its own order, the feeds mingled anew; what nobody can have written is a feed of
  /// its own.
  private static List<byte[]> shuffled(List<byte[]> values, long seed) {
    Map<Optional<FeedId>, List<byte[]>> feeds = new HashMap<>();
    List<Optional<FeedId>> order = new ArrayList<>();
    for (byte[] value : values) {
      Optional<FeedId> author =
          MessageCodec.decode(value) instanceof Message message
              ? Optional.of(message.author())
              : Optional.empty();
      feeds.computeIfAbsent(author, first -> new ArrayList<>()).add(value);
      order.add(author);
    }
    Collections.shuffle(order, new Random(seed));
    return order.stream()
        .map(author -> feeds.getOrDefault(author, List.of()).removeFirst())
        .toList();
  }
}
