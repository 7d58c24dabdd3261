package org.tidings.replication.interop;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.feed.SomeFeed;
import org.tidings.replication.interop.Encounter.Dialler;

/// Peers without EBT exchange feeds by `createHistoryStream`.
@RequiresNpmPeers
class HistoryFallbackTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Dialler.class)
  void feedsGoBothWaysAndStayLive(Dialler dialler) throws Exception {
    SomeFeed carol = SomeFeed.of("carol");
    SomeFeed dave = SomeFeed.of("dave");
    for (int i = 0; i < 100; i++) {
      carol.post("carol " + i);
      dave.post("dave " + i);
    }
    Encounter encounter = new Encounter(NpmPeer.Kind.LEGACY, dialler);
    try (Meeting meeting = encounter.begin(folder, "--no-ebt").befriend()) {
      meeting.theyHave(carol.values());
      meeting.weHave(dave.values());
      for (SomeFeed both : new SomeFeed[] {carol, dave}) {
        meeting.theyFollow(both.id());
        meeting.weFollow(both.id());
      }
      meeting.connect();
      meeting.awaitOurs(carol.id(), 100);
      meeting.awaitTheirs(dave.id(), 100);
      meeting.awaitOurs(meeting.theirs.id(), 3);
      meeting.awaitTheirs(meeting.ours.id(), 3);
      meeting.wePost("live from us");
      meeting.theyPost("live from them");
      meeting.awaitOurs(meeting.theirs.id(), 4);
      meeting.awaitTheirs(meeting.ours.id(), 4);
    }
  }
}
