package org.tidings.replication.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonBool;
import org.tidings.feed.local.PeerRecord;
import org.tidings.replication.TestPeer;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.room.RoomException.Step;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.PeerAddress;

/// Who gets into a room, and what is left of a room where that came to nothing.
class RoomEntranceTest {
  @TempDir private Path folder;
  private TestPeer alice;

  @BeforeEach
  void start() throws IOException {
    alice = TestPeer.start(folder.resolve("alice"));
  }

  @AfterEach
  void stop() {
    alice.close();
  }

  @Test
  void anOpenRoomIsEnteredByWhoIsNoMember() throws Exception {
    try (FakeRoom room = FakeRoom.withoutMembers(FakeRoom.attendants(JsonArray.of()))) {
      RoomStatus joined = alice.replication().rooms().join(room.address().toString());
      assertThat(joined.address()).hasValue(room.address());
      assertThat(kept()).containsExactly("room");
    }
  }

  @Test
  void aRoomThatWasEnteredWhileSomebodySetOutForItIsEntered() throws Exception {
    try (FakeRoom room = new FakeRoom(FakeRoom.attendants(JsonArray.of()))) {
      RoomStatus joined =
          alice
              .replication()
              .rooms()
              .join(room.address().toString(), step -> enterAt(step, room.address()));
      assertThat(joined.isEntered()).isTrue();
    }
  }

  /// Comes in by another way when the first is about to call.
  private void enterAt(Step step, NetAddress room) {
    if (step == Step.CALL) {
      try {
        alice.connect(room);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      await()
          .until(() -> alice.replication().rooms().all().stream().anyMatch(RoomStatus::isEntered));
    }
  }

  @Test
  void aRoomThatRefusesWhoIsNoMemberIsLeftAndForgotten() throws Exception {
    try (FakeRoom room = FakeRoom.withoutMembers(refusal())) {
      assertFails(Step.ACCEPT, "takes only members", () -> join(room.address()));
      assertNothingIsLeft();
    }
  }

  @Test
  void aRoomThatHangsUpOnWhoIsNoMemberRefusesToo() throws Exception {
    Procedure hangUp =
        Procedure.stream(FakeRoom.ATTENDANTS, (call, stream) -> call.connection().close());
    try (FakeRoom room = FakeRoom.withoutMembers(hangUp)) {
      assertFails(Step.ACCEPT, "takes only members", () -> join(room.address()));
      assertNothingIsLeft();
    }
  }

  @Test
  void aRoomThatWasKnownIsNotForgottenForThat() throws Exception {
    try (FakeRoom room = FakeRoom.withoutMembers(refusal())) {
      alice.connect(room.address());
      await()
          .until(() -> alice.replication().rooms().all().stream().anyMatch(RoomStatus::isEntered));
      assertFails(Step.ACCEPT, "takes only members", () -> join(room.address()));
      assertThat(kept()).hasSize(1);
      assertThat(alice.connected()).hasSize(1);
    }
  }

  @Test
  void whoIsNoRoomIsHungUpOnAndForgotten() throws Exception {
    try (TestPeer bob = TestPeer.start(folder.resolve("bob"))) {
      assertFails(Step.RECOGNISE, "no room", () -> join(bob.address()));
      assertNothingIsLeft();
    }
  }

  @Test
  void whoWasKnownStaysSoThoughTheyAreNoRoom() throws Exception {
    try (TestPeer bob = TestPeer.start(folder.resolve("bob"))) {
      alice.connect(bob.address());
      assertFails(Step.RECOGNISE, "no room", () -> join(bob.address()));
      assertThat(kept()).hasSize(1);
      assertThat(alice.connected()).hasSize(1);
    }
  }

  @Test
  void anAliasAtSomebodyWhoIsNoRoomLeavesNothing() throws Exception {
    try (TestPeer bob = TestPeer.start(folder.resolve("bob"))) {
      assertFails(Step.RECOGNISE, "no room", () -> meetCarol(bob.address()));
      assertNothingIsLeft();
    }
  }

  @Test
  void anAliasInARoomThatIsNotReachedLeavesNothing() throws Exception {
    NetAddress nowhere;
    try (FakeRoom room = new FakeRoom()) {
      nowhere = room.address();
    }
    assertFails(Step.CALL, "not reached", () -> meetCarol(nowhere));
    assertNothingIsLeft();
  }

  @Test
  void anAliasOfSomebodyWhoIsNotThereLeavesNothing() throws Exception {
    try (FakeRoom room = new FakeRoom(FakeRoom.attendants(JsonArray.of()))) {
      assertFails(Step.ASK, "carol did not answer", () -> meetCarol(room.address()));
      assertNothingIsLeft();
    }
  }

  private void meetCarol(NetAddress room) throws IOException, InterruptedException {
    alice.replication().aliases().meet(SomeAlias.link("carol", SomeKeys.of("carol"), room));
  }

  @Test
  void whoSignsInAtARoomHasNotJoinedIt() throws Exception {
    try (FakeRoom room = new FakeRoom(signIn())) {
      for (int time = 1; time <= 3; time++) {
        alice.replication().signIn().answer(room.signInLink());
        assertNothingIsLeft();
      }
    }
  }

  @Test
  void whoSignsInAtARoomThatIsKnownStaysThere() throws Exception {
    try (FakeRoom room = new FakeRoom(signIn())) {
      join(room.address());
      alice.replication().signIn().answer(room.signInLink());
      assertThat(kept()).containsExactly("room");
      assertThat(alice.connected()).hasSize(1);
    }
  }

  @Test
  void aLinkToSignInAtSomebodyWhoIsNoRoomLeavesNothing() throws Exception {
    try (TestPeer bob = TestPeer.start(folder.resolve("bob"))) {
      String link = FakeRoom.signInLink(bob.address());
      assertFails(Step.RECOGNISE, "no room", () -> alice.replication().signIn().answer(link));
      assertNothingIsLeft();
    }
  }

  private static Procedure signIn() {
    return Procedure.async(Method.async("httpAuth.sendSolution"), call -> Body.json(JsonBool.TRUE));
  }

  private static Procedure refusal() {
    return Procedure.stream(
        FakeRoom.ATTENDANTS,
        (call, stream) -> {
          throw new RpcError("external user are not allowed to enumerate members");
        });
  }

  private void join(PeerAddress room) throws IOException, InterruptedException {
    alice.replication().rooms().join(room.toString());
  }

  private void assertNothingIsLeft() {
    assertThat(kept()).isEmpty();
    await().until(() -> alice.replication().peers().isEmpty());
  }

  private List<String> kept() {
    return alice.feeds().peerMemory().peers().stream().map(PeerRecord::source).toList();
  }

  private static void assertFails(Step step, String words, ThrowingCallable what) {
    assertThatThrownBy(what)
        .hasMessageContaining(words)
        .isInstanceOfSatisfying(RoomException.class, e -> assertThat(e.step()).isEqualTo(step));
  }
}
