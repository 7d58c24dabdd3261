package org.tidings.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.index.IndexDump;
import org.tidings.feed.log.GateState;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;

/// A program killed in the middle of writing, and of building its indexes again, has lost nothing
/// it had acknowledged, and its indexes are those a replay of the log would give.
class CrashTest {

  private static final int MOST_LINES = 900;

  @TempDir Path folder;

  @Test
  void killedProgramsLoseNothingTheyAcknowledged() throws Exception {
    killRepeatedly(3, 1);
  }

  @Test
  @Tag("nightly")
  void hundredKillsLoseNothingEither() throws Exception {
    killRepeatedly(100, 2);
  }

  private void killRepeatedly(int times, long seed) throws Exception {
    Random random = new Random(seed);
    List<String> acknowledged = new ArrayList<>();
    for (int round = 0; round < times; round++) {
      acknowledged.addAll(runAndKill(random.nextInt(1, MOST_LINES)));
      assertNothingIsMissing("seed %d, round %d".formatted(seed, round), acknowledged);
    }
  }

  private List<String> runAndKill(int lines) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "said", ".txt");
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingWriter.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(output.toFile())
            .start();
    await().atMost(Duration.ofMinutes(1)).until(() -> ids(output).size() >= lines);
    program.destroyForcibly().waitFor();
    return ids(output);
  }

  /// The last line may be cut short.
  private static List<String> ids(Path output) throws IOException {
    return Files.readAllLines(output).stream()
        .filter(line -> MessageId.parse(line).isPresent())
        .toList();
  }

  private void assertNothingIsMissing(String when, List<String> acknowledged) {
    Path data = folder.resolve("data");
    assertThat(IndexDump.integrity(data)).as(when).isEqualTo("ok");
    try (TempFeeds temp = new TempFeeds(folder)) {
      Feeds feeds = temp.settled().feeds();
      assertThat(acknowledged)
          .as(when)
          .allMatch(id -> MessageId.parse(id).flatMap(feeds.log()::get).isPresent());
      feeds.log().heads().forEach((feed, head) -> assertUnbroken(feeds, feed, head));
      assertThat(feeds.gate().state()).as(when).isEqualTo(new GateState.Open());
    }
    var before = IndexDump.of(data);
    IndexDump.outdate(data);
    new TempFeeds(folder).settled().close();
    IndexDump.assertSame(IndexDump.of(data), before);
  }

  private static void assertUnbroken(Feeds feeds, FeedId feed, Sequence head) {
    Optional<MessageId> last = feeds.log().head(feed).map(end -> end.id());
    var messages = feeds.log().range(feed, Sequence.FIRST, 100_000);
    assertThat(messages).hasSize((int) head.value());
    assertThat(last).contains(messages.getLast().id());
  }
}
