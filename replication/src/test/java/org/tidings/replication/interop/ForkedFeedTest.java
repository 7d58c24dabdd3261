package org.tidings.replication.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;

/// A feed that has forked stops, for both sides; everything else goes on.
@RequiresNpmPeers
class ForkedFeedTest {

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("org.tidings.replication.interop.Encounter#all")
  void aForkStopsThatFeedAlone(Encounter encounter) throws Exception {
    SomeFeed carol = SomeFeed.of("carol");
    carol.post("one");
    try (Meeting meeting = encounter.begin(folder).befriend()) {
      carol.post("two, as they know it");
      carol.post("three, as they know it");
      meeting.theyHave(carol.values());
      carol.rewind(2);
      carol.post("two, as we know it");
      meeting.weHave(carol.values());
      meeting.theyFollow(carol.id());
      meeting.weFollow(carol.id());
      meeting.connect();
      await()
          .atMost(Meeting.PATIENCE)
          .untilAsserted(
              () -> assertThat(meeting.refused()).containsExactly(carol.id().toString()));
      assertThat(TempFeeds.forkProof(meeting.ours.feeds(), carol.id())).isPresent();
      meeting.theyPost("all else");
      meeting.awaitOurs(meeting.theirs.id(), 3);
      meeting.wePost("goes on");
      meeting.awaitTheirs(meeting.ours.id(), 3);
      assertThat(meeting.ourClock()).containsEntry(carol.id().toString(), 2L);
    }
  }
}
