package org.tidings.replication.interop;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is posted while two peers are connected arrives at once.
@RequiresNpmPeers
class LivePostsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("org.tidings.replication.interop.Encounter#all")
  void aPostOnEitherSideArrivesAtTheOther(Encounter encounter) throws Exception {
    try (Meeting meeting = encounter.begin(folder).befriend().connect()) {
      meeting.awaitOurs(meeting.theirs.id(), 1);
      meeting.awaitTheirs(meeting.ours.id(), 1);
      meeting.wePost("from us");
      meeting.theyPost("from them");
      meeting.awaitOurs(meeting.theirs.id(), 2);
      meeting.awaitTheirs(meeting.ours.id(), 2);
    }
  }
}
