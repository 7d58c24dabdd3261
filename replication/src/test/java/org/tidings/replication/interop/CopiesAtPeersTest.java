package org.tidings.replication.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidings.feed.local.Delivery;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;

/// That JavaScript peers hold our posts is known by what they say.
@RequiresNpmPeers
@Timeout(120)
class CopiesAtPeersTest {
  private static final Sequence POST = new Sequence(2);

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("org.tidings.replication.interop.Encounter#all")
  void whatWasSentIsConfirmedWithTheNextMeeting(Encounter encounter) throws Exception {
    try (Meeting meeting = Meeting.of(encounter, temp).befriend()) {
      meeting.wePost("hello");
      meeting.connect();
      FeedId us = meeting.ours.id();
      FeedId them = meeting.theirs.id();
      meeting.awaitTheirs(us, POST.value());
      await().until(() -> reached(meeting).contains(them));

      meeting.theirs.tell("disconnect", "id", us.toString());
      await().atMost(Meeting.PATIENCE).until(() -> !meeting.areConnected());
      meeting.connect();
      await().atMost(Meeting.PATIENCE).until(() -> delivery(meeting).holders().contains(them));
      assertThat(delivery(meeting).lastLeft()).isPresent();
    }
  }

  private static Set<FeedId> reached(Meeting meeting) {
    Set<FeedId> reached = new HashSet<>(delivery(meeting).holders());
    reached.addAll(delivery(meeting).sentTo());
    return reached;
  }

  private static Delivery delivery(Meeting meeting) {
    return meeting.ours.feeds().copies().of(POST);
  }
}
