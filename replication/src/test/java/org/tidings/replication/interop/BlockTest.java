package org.tidings.replication.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.PeerStatus;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Failure;

/// A block ends replication both ways.
@RequiresNpmPeers
class BlockTest {

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("org.tidings.replication.interop.Encounter#all")
  void whomWeBlockIsHungUpOnAndTurnedAway(Encounter encounter) throws Exception {
    try (Meeting meeting = acquainted(encounter)) {
      weBlock(meeting, meeting.theirs.id());
      await().atMost(Meeting.PATIENCE).until(() -> !meeting.areConnected());
      assertThatThrownBy(() -> meeting.ours.connect(meeting.theirs.address()))
          .isInstanceOfSatisfying(
              ConnectionFailedException.class,
              e -> assertThat(e.failure()).isEqualTo(Failure.BLOCKED));
      assertThatThrownBy(
              () -> meeting.theirs.tell("connect", "address", meeting.ours.address().toString()))
          .hasMessageContaining("server hung up");
      await()
          .atMost(Meeting.PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(meeting.ours.replication().peers())
                      .anySatisfy(
                          status ->
                              assertThat(status)
                                  .isInstanceOfSatisfying(
                                      PeerStatus.TurnedAway.class,
                                      away ->
                                          assertThat(away.failure()).isEqualTo(Failure.BLOCKED))));
      assertThat(meeting.theirClock()).containsEntry(meeting.ours.id().toString(), 1L);
    }
  }

  @ParameterizedTest
  @MethodSource("org.tidings.replication.interop.Encounter#all")
  void whoBlocksUsRefusesUsAndWeSaySo(Encounter encounter) throws Exception {
    try (Meeting meeting = acquainted(encounter)) {
      meeting.theirs.tell("block", "id", meeting.ours.id().toString());
      await().atMost(Meeting.PATIENCE).until(() -> refusesUs(meeting));
      meeting.wePost("not for them");
      assertThat(refusesUs(meeting)).isTrue();
      assertThat(meeting.theirClock()).containsEntry(meeting.ours.id().toString(), 1L);
    }
  }

  @ParameterizedTest
  @MethodSource("org.tidings.replication.interop.Encounter#all")
  void aBlockedFeedIsNotTakenFromOthers(Encounter encounter) throws Exception {
    SomeFeed carol = SomeFeed.of("carol");
    carol.post("one");
    try (Meeting meeting = encounter.begin(folder).befriend()) {
      meeting.theyHave(carol.values());
      meeting.theyFollow(carol.id());
      meeting.weFollow(carol.id());
      meeting.connect();
      meeting.awaitOurs(carol.id(), 1);
      weBlock(meeting, carol.id());
      meeting.awaitTheirs(meeting.ours.id(), 3);
      Message second = carol.post("two");
      meeting.theyHave(List.of(second.wire()));
      meeting.theyPost("after it");
      meeting.awaitOurs(meeting.theirs.id(), 3);
      assertThat(meeting.ourClock()).containsEntry(carol.id().toString(), 1L);
      assertThat(meeting.areConnected()).isTrue();
    }
  }

  private Meeting acquainted(Encounter encounter) throws Exception {
    Meeting meeting = encounter.begin(folder).befriend().connect();
    meeting.awaitOurs(meeting.theirs.id(), 1);
    meeting.awaitTheirs(meeting.ours.id(), 1);
    return meeting;
  }

  private static void weBlock(Meeting meeting, FeedId feed) throws Exception {
    meeting.ours.feeds().publisher().publish(Contact.block(feed).toJson());
  }

  /// Whether they refuse a new connection. Old peers keep the one that is up when they block.
  private static boolean refusesUs(Meeting meeting) throws Exception {
    meeting.theirs.tell("disconnect", "id", meeting.ours.id().toString());
    await().atMost(Meeting.PATIENCE).until(() -> !meeting.areConnected());
    try {
      meeting.ours.connect(meeting.theirs.address());
      return false;
    } catch (ConnectionFailedException e) {
      assertThat(e.failure()).isEqualTo(Failure.REFUSED);
      return true;
    }
  }
}
