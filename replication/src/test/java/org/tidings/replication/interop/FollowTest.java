package org.tidings.replication.interop;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidings.feed.SomeFeed;

/// A follow takes effect on connections that are up.
@RequiresNpmPeers
class FollowTest {

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("org.tidings.replication.interop.Encounter#all")
  void whomWeFollowIsFetchedAtOnce(Encounter encounter) throws Exception {
    SomeFeed carol = carol();
    try (Meeting meeting = encounter.begin(folder).befriend()) {
      meeting.theyHave(carol.values());
      meeting.theyFollow(carol.id());
      meeting.connect();
      meeting.awaitOurs(meeting.theirs.id(), 1);
      meeting.weFollow(carol.id());
      meeting.awaitOurs(carol.id(), 3);
    }
  }

  @ParameterizedTest
  @MethodSource("org.tidings.replication.interop.Encounter#all")
  void whomTheyFollowIsServedAtOnce(Encounter encounter) throws Exception {
    SomeFeed carol = carol();
    try (Meeting meeting = encounter.begin(folder).befriend()) {
      meeting.weHave(carol.values());
      meeting.weFollow(carol.id());
      meeting.connect();
      meeting.awaitTheirs(meeting.ours.id(), 2);
      meeting.theyFollow(carol.id());
      meeting.awaitTheirs(carol.id(), 3);
    }
  }

  private static SomeFeed carol() {
    SomeFeed carol = SomeFeed.of("carol");
    carol.post("one");
    carol.post("two");
    carol.post("three");
    return carol;
  }
}
