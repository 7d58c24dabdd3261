package org.tidings.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.local.Invites.Invite;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.TestPeer;
import org.tidings.replication.pub.FakePub;
import org.tidings.replication.room.FakeRoom;
import org.tidings.replication.room.RoomInvite;
import org.tidings.replication.transport.NetAddress;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.workspace.TestWorkspace;

/// Somebody was given an invite: all that can be wrong with it is told where it was pasted, and it
/// stays there.
@Tag("journey")
class InviteJourneyTest {
  private static final String SEED = "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=";
  private static final FeedId SOMEBODY = FeedId.of(SomeKeys.of("Somebody").publicKey());

  @TempDir private Path folder;
  private TestWorkspace test;
  private OpenWindow window;

  @BeforeEach
  void openConnections() throws IOException {
    test = new TestWorkspace(folder.resolve("we"), FxThread::run);
    test.goOnline();
    window = new OpenWindow(test);
    window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
    window.reads("Nobody is connected.");
  }

  @AfterEach
  void close() {
    window.close();
    test.close();
  }

  @Test
  void whatIsOnlyHalfAnInvite() {
    accept("pub.example:8008:" + SOMEBODY + "~BwcHBw");
    window.reads("its end is missing");
  }

  @Test
  void aPubWhoseNameNobodyKnows() {
    refused("nowhere.invalid:8008:" + SOMEBODY + "~" + SEED, "Find the computer", "still works");
  }

  @Test
  void aPubThatIsOff() throws IOException {
    refused("127.0.0.1:" + closedPort() + ":" + SOMEBODY + "~" + SEED, "Reach it", "still works");
  }

  @Test
  void aCodeThatIsUsedUp() throws IOException {
    try (TestPeer pub = TestPeer.startPub(folder.resolve("pub"));
        TestPeer first = TestPeer.start(folder.resolve("first"))) {
      String code = code(pub);
      useUp(first, code);
      refused(code, "Check that it is the right one", "Ask for a new one");
    }
  }

  @Test
  void somebodyWhoIsNoPub() throws IOException {
    try (TestPeer peer = TestPeer.start(folder.resolve("they"))) {
      String code = "127.0.0.1:" + peer.address().port() + ":" + peer.id() + "~" + SEED;
      refused(code, "Hand over the invite", "does not take this code");
      window.reads("You published nothing yet.");
    }
  }

  /// Another program begins to use the key just then.
  @Test
  void aPubThatCannotBeFollowedNow() throws IOException {
    Runnable hold = () -> test.workspace().feeds().gate().keyInUseElsewhere();
    try (FakePub pub = new FakePub(taking -> hold.run())) {
      refused(pub.code(), "Follow the pub", "You could not say that you follow them");
      window.reads("The pub follows you already.");
    }
  }

  /// What matters is done by then.
  @Test
  void aPubThatIsGoneOnceItHasTakenTheCode() throws IOException {
    try (FakePub pub = new FakePub(FakePub::goAway)) {
      accept(pub.code());
      window.reads("Connect: did not work. The computer was reached, but nothing answers");
      window.reads("Be followed by the pub: did not work.");
      window.reads("The code was taken, but that they follow you has not arrived yet.");
      window.reads("The invite was accepted. What is missing comes by itself.");
      assertThat(field().getText()).isEmpty();
    }
  }

  @Test
  void aPubThatTakesTheCodeFollowsBack() throws IOException {
    try (TestPeer pub = TestPeer.startPub(folder.resolve("pub"))) {
      accept(code(pub));
      window.reads("The pub follows you, and passes your posts on from now on.");
      window.reads("Connections, somebody is connected");
      assertThat(field().getText()).isEmpty();
    }
  }

  @Test
  void aPersonWhoIsTakenForARoom() throws IOException {
    try (TestPeer peer = TestPeer.start(folder.resolve("they"))) {
      refused(
          new RoomInvite.Open(peer.address()).text(),
          "Check that it is a room",
          "says that it is no room");
    }
  }

  @Test
  void aRoomThatLetsEverybodyIn() throws IOException {
    try (FakeRoom room = new FakeRoom()) {
      accept(new RoomInvite.Open(room.address()).text());
      window.reads("You are in the room the friendliest room.");
    }
  }

  /// Whoever does not want to wait for a computer that says nothing does not have to.
  @Test
  void waitingCanBeEnded() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      NetAddress there = new NetAddress("127.0.0.1", silent.getLocalPort(), SOMEBODY.key());
      String invite = there + ":" + SEED;
      accept(invite);
      window.reads("Find the computer: under way");
      window.press(KeyCode.ESCAPE);
      window.reads("Stopped.");
      assertThat(field().getText()).isEqualTo(invite);
      window.click("peer-connect");
      window.reads("Find the computer: under way");
      window.click("peer-stop");
      window.reads("Stopped.");
    }
  }

  private void refused(String invite, String step, String words) {
    accept(invite);
    window.reads(step + ": did not work.");
    window.reads(words);
    assertThat(field().getText()).isEqualTo(invite);
  }

  private void accept(String invite) {
    TextField field = field();
    Fx.run(() -> field.setText(invite));
    window.click("peer-address");
    window.press(KeyCode.ENTER);
  }

  private TextField field() {
    return window.node("peer-address", TextField.class);
  }

  private static int closedPort() throws IOException {
    try (ServerSocket closedSoon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return closedSoon.getLocalPort();
    }
  }

  private static String code(TestPeer pub) {
    return pub.replication()
        .createInvite(new Invite(1, ""), Optional.empty())
        .orElseThrow()
        .legacy();
  }

  private static void useUp(TestPeer first, String code) throws IOException {
    try {
      first.replication().useInvite(code, step -> {});
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
