package org.tidings.feed.index;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.Corpus;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.MessageCodec;
import org.tidings.feed.ref.FeedId;

/// What the indexes hold does not depend on the order in which feeds arrive, nor on duplicates and
/// damage among what arrives.
class CorpusOrderTest {

  /// Somebody who follows, blocks and reads private messages.
  private static final FeedId OWNER =
      FeedId.parse(Corpus.expected().object("hops").orElseThrow().keys().getFirst()).orElseThrow();

  @TempDir static Path folder;
  private static Map<String, List<String>> inOrder;

  @BeforeAll
  static void ingest() {
    inOrder = answersTo(Corpus.values(), folder.resolve("in order"));
  }

  private static Map<String, List<String>> answersTo(List<byte[]> values, Path parent) {
    try (TempFeeds ours = TempFeeds.of(Corpus.keys(OWNER), parent)) {
      ours.ingest(values, TempFeeds.IMPORT);
      ours.settled();
    }
    return IndexDump.of(parent.resolve("data"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void cleanFeedsGiveTheSameInAnyOrder(long seed, @TempDir Path parent) {
    IndexDump.assertSame(answersTo(shuffled(Corpus.values(), seed), parent), inOrder);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void dirtyFeedsGiveTheSameInAnyOrder(long seed, @TempDir Path parent) {
    IndexDump.assertSame(answersTo(shuffled(Corpus.dirtyValues(), seed), parent), inOrder);
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
