package org.tidings.replication.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidings.feed.SomeFeed;

/// A side that stops in the middle of an exchange goes on where it was.
@RequiresNpmPeers
class RestartTest {
  private static final int MESSAGES = 2_000;

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("org.tidings.replication.interop.Encounter#all")
  void theyAreKilledWhileTheySend(Encounter encounter) throws Exception {
    SomeFeed carol = longFeed();
    String dir = folder.resolve("theirs").toString();
    try (Meeting meeting = encounter.begin(folder, "--dir", dir)) {
      meeting.theyHave(carol.values());
      bothFollow(meeting, carol);
      meeting.awaitSaved();
      meeting.connect();
      awaitSome(meeting, carol);
      meeting.theirs.kill();
      try (Meeting again = meeting.withTheirs("--dir", dir).connect()) {
        again.awaitOurs(carol.id(), MESSAGES);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.tidings.replication.interop.Encounter#all")
  void weStopWhileWeReceive(Encounter encounter) throws Exception {
    SomeFeed carol = longFeed();
    try (Meeting meeting = encounter.begin(folder)) {
      meeting.theyHave(carol.values());
      bothFollow(meeting, carol);
      meeting.connect();
      awaitSome(meeting, carol);
      meeting.ours.close();
      try (Meeting again = meeting.withOurs(folder).connect()) {
        assertThat(again.ourClock().get(carol.id().toString())).isPositive();
        again.awaitOurs(carol.id(), MESSAGES);
      }
    }
  }

  private static void bothFollow(Meeting meeting, SomeFeed carol) throws Exception {
    meeting.befriend();
    meeting.theyFollow(carol.id());
    meeting.weFollow(carol.id());
  }

  private static void awaitSome(Meeting meeting, SomeFeed carol) {
    await()
        .atMost(Meeting.PATIENCE)
        .pollInterval(Duration.ofMillis(2))
        .until(() -> meeting.ourClock().getOrDefault(carol.id().toString(), 0L) > 0);
  }

  private static SomeFeed longFeed() {
    SomeFeed carol = SomeFeed.of("carol");
    for (int i = 1; i <= MESSAGES; i++) {
      carol.post("post " + i);
    }
    return carol;
  }
}
