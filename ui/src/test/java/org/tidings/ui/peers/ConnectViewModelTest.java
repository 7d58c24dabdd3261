package org.tidings.ui.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.content.Contact;
import org.tidings.feed.json.JsonBool;
import org.tidings.feed.local.Invites;
import org.tidings.feed.log.PublishRefused;
import org.tidings.replication.TestPeer;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.pub.InviteStep;
import org.tidings.replication.room.FakeRoom;
import org.tidings.replication.room.RoomException;
import org.tidings.replication.room.RoomInvite;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.PeerAddress;
import org.tidings.ui.common.Question;
import org.tidings.ui.common.Texts;
import org.tidings.ui.peers.ConnectViewModel.Kind;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

class ConnectViewModelTest {
  private final FakeScreen screen = new FakeScreen();
  @TempDir private Path folder;
  private TestWorkspace test;
  private ConnectViewModel connect;

  @BeforeEach
  void goOnline() throws IOException {
    test = new TestWorkspace(folder.resolve("we"), screen);
    test.goOnline();
    connect = new ConnectViewModel(test.workspace());
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void aWorkingAddressConnectsAndEmptiesTheField() throws IOException {
    try (TestPeer peer = TestPeer.start(folder.resolve("they"))) {
      connect.addressProperty().set(peer.address().toString());
      connect.connect();
      screen.until(() -> kind() == Kind.CONNECTED);
      assertThat(connect.addressProperty().get()).isEmpty();
      assertThat(connect.outcomeProperty().get().sentence()).startsWith("Connected to ");
    }
  }

  @Test
  void whatIsPutInTheFieldMeanwhileStaysThere() throws IOException {
    try (TestPeer peer = TestPeer.start(folder.resolve("they"))) {
      connect.addressProperty().set(peer.address().toString());
      connect.connect();
      connect.addressProperty().set("the next one");
      screen.until(() -> kind() == Kind.CONNECTED);
      assertThat(connect.addressProperty().get()).isEqualTo("the next one");
    }
  }

  @Test
  void whoIsConnectedAlreadyIsNotSaidToHaveBeenCalled() throws IOException {
    try (TestPeer peer = TestPeer.start(folder.resolve("they"))) {
      test.workspace().replication().connect(peer.address());
      connect.addressProperty().set(peer.address().toString());
      connect.connect();
      screen.until(() -> kind() == Kind.CONNECTED);
      assertThat(connect.outcomeProperty().get().sentence()).contains("connected already");
    }
  }

  @Test
  void whatIsNoAddressIsRefusedInPlaceAndKept() {
    connect.addressProperty().set("not an address");
    connect.connect();
    assertThat(kind()).isEqualTo(Kind.FAILED);
    assertThat(connect.outcomeProperty().get().sentence())
        .contains("neither an invite nor an address");
    assertThat(connect.addressProperty().get()).isEqualTo("not an address");
  }

  @Test
  void anAddressNobodyAnswersAtIsKeptWithTheReason() throws IOException {
    String address = nobodyThere().toString();
    connect.addressProperty().set(address);
    connect.connect();
    screen.until(() -> kind() == Kind.FAILED);
    assertThat(connect.outcomeProperty().get().sentence())
        .isEqualTo(Failure.PORT_CLOSED.sentence());
    assertThat(connect.addressProperty().get()).isEqualTo(address);
  }

  @Test
  void somebodyWeBlockIsNotCalled() throws IOException, PublishRefused {
    PeerAddress address = nobodyThere();
    test.workspace().feeds().publisher().publish(Contact.block(address.id()).toJson());
    connect.addressProperty().set(address.toString());
    connect.connect();
    screen.until(() -> kind() == Kind.FAILED);
    assertThat(connect.outcomeProperty().get().sentence()).isEqualTo(Failure.BLOCKED.sentence());
  }

  @Test
  void aPubFollowsWhoComesWithItsInvite() throws IOException {
    try (TestPeer pub = TestPeer.startPub(folder.resolve("pub"))) {
      paste(code(pub));
      assertThat(connect.recognisedProperty().get()).startsWith("An invite to a pub");
      connect.connect();
      screen.until(() -> kind() == Kind.CONNECTED);
      assertThat(connect.tripProperty().get().steps())
          .hasSize(8)
          .allMatch(step -> step.state() == Trip.State.DONE);
      assertThat(pub.feeds().graph().follows(pub.id(), test.workspace().self())).isTrue();
      assertThat(connect.addressProperty().get()).isEmpty();
    }
  }

  @Test
  void theStepAtWhichAPubCannotBeReachedIsTheLastOne() throws IOException {
    String code;
    try (TestPeer pub = TestPeer.startPub(folder.resolve("pub"))) {
      code = code(pub);
    }
    paste(code);
    connect.connect();
    screen.until(() -> kind() == Kind.FAILED);
    assertThat(connect.tripProperty().get().steps())
        .containsExactly(
            new Trip.Step("pub.CODE", Trip.State.DONE, ""),
            new Trip.Step("pub.NAME", Trip.State.DONE, ""),
            new Trip.Step("pub.PORT", Trip.State.FAILED, ""));
    assertThat(connect.outcomeProperty().get().advice()).contains("still works");
    assertThat(connect.addressProperty().get()).isEqualTo(code);
  }

  @Test
  void anOpenInviteLeadsIntoTheRoom() throws IOException {
    try (FakeRoom room = new FakeRoom()) {
      paste(new RoomInvite.Open(room.address()).text());
      connect.connect();
      screen.until(() -> kind() == Kind.CONNECTED);
      assertThat(connect.outcomeProperty().get().sentence()).contains("the friendliest room");
    }
  }

  @Test
  void whoIsNoRoomIsFoundOut() throws IOException {
    try (TestPeer peer = TestPeer.start(folder.resolve("they"))) {
      paste(new RoomInvite.Open(peer.address()).text());
      connect.connect();
      screen.until(() -> kind() == Kind.FAILED);
      assertThat(connect.tripProperty().get().steps())
          .last()
          .isEqualTo(new Trip.Step("room.RECOGNISE", Trip.State.FAILED, ""));
    }
  }

  @Test
  void aBrowserIsSignedInOnceThePersonHasSeenWhereAndAgrees() throws Exception {
    AtomicInteger solved = new AtomicInteger();
    try (FakeRoom room = new FakeRoom(signIn(solved))) {
      test.workspace().replication().rooms().join(room.address().toString());
      askToSignIn(room);
      assertThat(question()).contains("the friendliest room").doesNotContain("not been");
      assertThat(solved).hasValue(0);
      test.workspace().notices().answer(true);
      screen.until(() -> kind() == Kind.CONNECTED);
      assertThat(solved).hasValue(1);
      assertThat(connect.outcomeProperty().get().sentence()).contains("signed in");
    }
  }

  @Test
  void aRoomThatWasNotJoinedIsNotCalledBeforeThePersonAgrees() throws Exception {
    AtomicInteger solved = new AtomicInteger();
    try (FakeRoom room = new FakeRoom(signIn(solved))) {
      askToSignIn(room);
      assertThat(question()).contains(room.address().place()).contains("not been");
      test.workspace().notices().answer(false);
      assertThat(kind()).isEqualTo(Kind.NONE);
      assertThat(test.workspace().replication().peers()).isEmpty();
      connect.connect();
      screen.until(() -> !question().isEmpty());
      test.workspace().notices().answer(true);
      screen.until(() -> kind() == Kind.CONNECTED);
      assertThat(solved).hasValue(1);
      assertThat(test.workspace().replication().rooms().all()).isEmpty();
    }
  }

  @Test
  void whyABrowserIsNotSignedInIsSaid() throws Exception {
    try (FakeRoom room = new FakeRoom()) {
      askToSignIn(room);
      test.workspace().notices().answer(true);
      screen.until(() -> kind() == Kind.FAILED);
      assertThat(connect.outcomeProperty().get().sentence()).contains("cannot do that");
      assertThat(connect.outcomeProperty().get().advice()).contains("No browser was signed in");
    }
  }

  private void askToSignIn(FakeRoom room) {
    paste(room.signInLink());
    assertThat(connect.recognisedProperty().get()).contains("signs a browser in");
    connect.connect();
    screen.until(() -> !question().isEmpty());
  }

  private String question() {
    return test.workspace().notices().questionProperty().get().map(Question::text).orElse("");
  }

  private static Procedure signIn(AtomicInteger solved) {
    return Procedure.async(
        Method.async("httpAuth.sendSolution"),
        call -> {
          solved.incrementAndGet();
          return Body.json(JsonBool.TRUE);
        });
  }

  /// Whatever can fail has its words in the bundle.
  @Test
  void everyFailureHasItsAdvice() {
    for (InviteStep.Kind kind : InviteStep.Kind.values()) {
      assertThat(Texts.of("way.pub." + kind)).isNotEmpty();
      if (new InviteStep(kind, false, "", Optional.empty()).isInVain()) {
        assertThat(Texts.of("way.pub." + kind + ".advice")).isNotEmpty();
      }
    }
    for (RoomException.Step step : RoomException.Step.values()) {
      assertThat(Texts.of("way.room." + step + ".advice")).isNotEmpty();
      assertThat(Texts.of("way.alias." + step + ".advice")).isNotEmpty();
    }
  }

  @Test
  void typingOnTakesTheSentenceAway() {
    connect.connect();
    assertThat(kind()).isEqualTo(Kind.FAILED);
    connect.addressProperty().set("n");
    assertThat(kind()).isEqualTo(Kind.NONE);
  }

  private void paste(String text) {
    connect.addressProperty().set(text);
  }

  private static String code(TestPeer pub) {
    return pub.replication()
        .createInvite(new Invites.Invite(1, ""), Optional.empty())
        .orElseThrow()
        .legacy();
  }

  private Kind kind() {
    return connect.outcomeProperty().get().kind();
  }

  private static PeerAddress nobodyThere() throws IOException {
    try (ServerSocket closedSoon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new NetAddress(
          "127.0.0.1", closedSoon.getLocalPort(), SomeKeys.of("Nobody").publicKey());
    }
  }
}
