package org.tidings.replication.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidings.feed.Corpus;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;

/// The 2,000 messages of the small corpus go from one side to the other, and both end with the same
/// clocks.
@RequiresNpmPeers
class CorpusExchangeTest {
  private static final List<FeedId> AUTHORS =
      heads().keys().stream().map(id -> FeedId.parse(id).orElseThrow()).toList();

  private static final Pattern LONE_SURROGATE = Pattern.compile("\\\\ud[89a-f]");

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("org.tidings.replication.interop.Encounter#all")
  void theyGetWhatWeImportedThoughItWasDirty(Encounter encounter) throws Exception {
    try (Meeting meeting = encounter.begin(folder)) {
      meeting.weHave(Corpus.dirtyValues());
      assertThat(meeting.ourClock()).isEqualTo(corpusClock());
      followEverybody(meeting);
      assertConverged(meeting.connect(), corpusClock());
    }
  }

  @ParameterizedTest
  @MethodSource("org.tidings.replication.interop.Encounter#all")
  void weGetWhatTheyHave(Encounter encounter) throws Exception {
    try (Meeting meeting = encounter.begin(folder)) {
      meeting.theyHave(Corpus.values());
      followEverybody(meeting);
      assertConverged(meeting.connect(), sound(encounter.kind()));
    }
  }

  private static void followEverybody(Meeting meeting) throws Exception {
    meeting.befriend();
    for (FeedId author : AUTHORS) {
      meeting.weFollow(author);
      meeting.theyFollow(author);
    }
  }

  /// How far a peer of that kind can serve the feeds: ssb-db2 forgets half of a surrogate pair and
  /// serves such messages, three of the corpus, with a signature that no longer fits.
  private static Map<String, Long> sound(NpmPeer.Kind kind) {
    Map<String, Long> clock = corpusClock();
    if (kind == NpmPeer.Kind.MODERN) {
      Corpus.values().stream()
          .filter(value -> LONE_SURROGATE.matcher(new String(value, UTF_8)).find())
          .map(CorpusExchangeTest::message)
          .forEach(
              broken ->
                  clock.merge(
                      broken.string("author").orElseThrow(),
                      (long) broken.number("sequence").orElseThrow() - 1,
                      Math::min));
    }
    return clock;
  }

  private static void assertConverged(Meeting meeting, Map<String, Long> expected)
      throws Exception {
    Map<String, Long> ours = withOwn(expected, meeting);
    await()
        .atMost(Meeting.PATIENCE)
        .untilAsserted(() -> assertThat(meeting.ourClock()).isEqualTo(ours));
    Map<String, Long> theirs = withOwn(corpusClock(), meeting);
    await()
        .atMost(Meeting.PATIENCE)
        .untilAsserted(() -> assertThat(meeting.theirClock()).isEqualTo(theirs));
    List<String> refused =
        corpusClock().keySet().stream()
            .filter(feed -> !Objects.equals(ours.get(feed), theirs.get(feed)))
            .toList();
    await()
        .untilAsserted(
            () -> assertThat(meeting.refused()).containsExactlyInAnyOrderElementsOf(refused));
  }

  private static Map<String, Long> withOwn(Map<String, Long> corpus, Meeting meeting) {
    Map<String, Long> all = new TreeMap<>(corpus);
    all.put(meeting.ours.id().toString(), 1L + AUTHORS.size());
    all.put(meeting.theirs.id().toString(), 1L + AUTHORS.size());
    return all;
  }

  private static Map<String, Long> corpusClock() {
    Map<String, Long> clock = new TreeMap<>();
    for (String id : heads().keys()) {
      JsonObject head = heads().object(id).orElseThrow();
      clock.put(id, (long) head.number("sequence").orElseThrow());
    }
    return clock;
  }

  private static JsonObject heads() {
    return Corpus.expected().object("heads").orElseThrow();
  }

  private static JsonObject message(byte[] value) {
    try {
      return Json.parse(value).asObject().orElseThrow();
    } catch (JsonException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
