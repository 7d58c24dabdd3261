package org.tidings.ui.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.About;
import org.tidings.feed.content.Post;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.TestPeer;
import org.tidings.replication.lan.LanState;
import org.tidings.replication.transport.Routes;
import org.tidings.ui.peers.PeerRow.Standing;
import org.tidings.ui.peers.PeerRow.State;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

class PeersViewModelTest {
  private static final byte[] ANOTHER_NETWORK = new byte[32];

  private final FakeScreen screen = new FakeScreen();
  @TempDir private Path folder;
  private TestWorkspace test;
  private PeersViewModel model;

  @BeforeEach
  void goOnline() throws IOException {
    test = new TestWorkspace(folder.resolve("we"), screen);
    test.goOnline();
    model = new PeersViewModel(test.workspace());
    test.closeFirst(model::close);
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void aloneAFirstPostComesFirstAndThenNobodyIsKnown() throws PublishRefused {
    until(peers -> peers.situation() instanceof Situation.BeforeFirstPost);
    test.workspace().feeds().publisher().publish(Post.root("Is anybody here?").toJson());
    until(peers -> peers.situation() instanceof Situation.NobodyKnown);
    assertThat(shown().connections()).isEmpty();
    assertThat(shown().address().onlyHere()).isTrue();
  }

  @Test
  void whereNothingCanBePostedNoFirstPostIsOffered() {
    test.workspace().feeds().gate().keyInUseElsewhere();
    until(peers -> peers.situation() instanceof Situation.NobodyKnown);
  }

  @Test
  void aConnectionAppearsWithTheNameOnceItIsKnown() throws IOException, PublishRefused {
    try (TestPeer peer = peer("they")) {
      peer.feeds().publisher().publish(About.name(peer.id(), "Mara").toJson());
      model.connect(peer.address());
      until(peers -> firstState(peers) instanceof State.Connected);
      model.follow(peer.id());
      until(peers -> peers.connections().getFirst().name().equals("Mara"));
    }
  }

  @Test
  void whatTravelsIsCounted() throws IOException, PublishRefused {
    try (TestPeer peer = peer("they")) {
      peer.feeds().publisher().publish(About.name(peer.id(), "Mara").toJson());
      model.follow(peer.id());
      model.connect(peer.address());
      until(
          peers ->
              firstState(peers) instanceof State.Connected up && up.progress().received() >= 1);
    }
  }

  @Test
  void amongStrangersFollowingIsTheNextStep() throws IOException {
    try (TestPeer peer = peer("they")) {
      model.connect(peer.address());
      until(peers -> peers.situation() instanceof Situation.AmongStrangers);
      model.follow(peer.id());
      until(peers -> peers.situation() instanceof Situation.HangingOnOne);
    }
  }

  @Test
  void aStrangerWhoCalledWaitsUntilTheyAreFollowed() throws IOException {
    try (TestPeer stranger = peer("they")) {
      stranger.connect(test.workspace().replication().address());
      until(peers -> peers.requests().size() == 1 && peers.requests().getFirst().connected());
      assertThat(shown().requests().getFirst().who().shown().id()).isEqualTo(stranger.id());
      model.follow(stranger.id());
      assertThat(shown().requests()).isEmpty();
      assertThat(shown().connections().getFirst().standing()).isEqualTo(Standing.FOLLOWED);
      until(peers -> peers.requests().isEmpty());
    }
  }

  @Test
  void aStrangerWhoLeftWaitsOnAndIsIgnoredWhereThatIsWanted() throws IOException {
    try (TestPeer stranger = peer("they")) {
      stranger.connect(test.workspace().replication().address());
      until(peers -> !peers.requests().isEmpty());
    }
    until(peers -> peers.requests().size() == 1 && !peers.requests().getFirst().connected());
    FeedId who = shown().requests().getFirst().who().shown().id();
    model.ignore(who);
    assertThat(shown().requests()).isEmpty();
    screen.until(() -> test.workspace().feeds().strangers().waiting().isEmpty());
    assertThat(test.workspace().feeds().graph().relationship(who).blocking()).isFalse();
  }

  @Test
  void whoIsTurnedAwayBecauseOnlyPeopleInReachMayConnectWaitsAsWell() throws IOException {
    test.workspace().replication().reachBy(Routes.DIRECT.onlyInReach(true));
    try (TestPeer stranger = peer("they")) {
      assertThat(catchThrowable(() -> stranger.connect(test.workspace().replication().address())))
          .isInstanceOf(IOException.class);
      until(peers -> peers.requests().size() == 1 && peers.onlyInReach());
      assertThat(shown().requests().getFirst().connected()).isFalse();
      model.follow(stranger.id());
      screen.until(() -> test.workspace().feeds().graph().wants(stranger.id()));
      stranger.connect(test.workspace().replication().address());
      until(peers -> firstState(peers) instanceof State.Connected);
    }
  }

  @Test
  void aStrangerIsBlockedOnceThatIsAgreedTo() throws IOException {
    try (TestPeer stranger = peer("they")) {
      stranger.connect(test.workspace().replication().address());
      until(peers -> !peers.requests().isEmpty());
      model.block(shown().requests().getFirst().who().shown());
      assertThat(shown().requests()).hasSize(1);
      test.workspace().notices().answer(true);
      until(peers -> peers.requests().isEmpty());
      assertThat(test.workspace().feeds().graph().relationship(stranger.id()).blocking()).isTrue();
    }
  }

  @Test
  void whoCouldNotBeFollowedWaitsAgain() throws IOException {
    try (TestPeer stranger = peer("they")) {
      stranger.connect(test.workspace().replication().address());
      until(peers -> !peers.requests().isEmpty());
      test.workspace().feeds().gate().keyInUseElsewhere();
      model.follow(stranger.id());
      until(peers -> !peers.requests().isEmpty());
      assertThat(test.workspace().notices().problemProperty().get()).isPresent();
    }
  }

  @Test
  void aFollowShowsAtOnce() throws IOException {
    try (TestPeer peer = peer("they")) {
      model.connect(peer.address());
      until(peers -> firstState(peers) instanceof State.Connected);
      model.follow(peer.id());
      assertThat(shown().connections().getFirst().standing()).isEqualTo(Standing.FOLLOWED);
    }
  }

  @Test
  void aFollowThatCannotBePublishedIsTakenBackAndTold() throws IOException {
    try (TestPeer peer = peer("they")) {
      model.connect(peer.address());
      until(peers -> firstState(peers) instanceof State.Connected);
      test.workspace().feeds().gate().keyInUseElsewhere();
      model.follow(peer.id());
      until(peers -> peers.connections().getFirst().standing() == Standing.NEITHER);
      assertThat(test.workspace().notices().problemProperty().get()).isPresent();
    }
  }

  @Test
  void aCallThatFailedKeepsItsSentenceAndSaysWhenItIsTriedAgain() throws IOException {
    try (TestPeer peer = TestPeer.start(folder.resolve("they"), NetworkKey.of(ANOTHER_NETWORK))) {
      model.connect(peer.address());
      until(
          peers ->
              firstState(peers) instanceof State.Failed failed
                  && failed.sentence().contains("network")
                  && failed.retryAt().isPresent());
      assertThat(shown().situation()).isInstanceOf(Situation.NobodyAnswers.class);
    }
  }

  @Test
  void aWrongAddressIsForgottenOnceThatIsAgreedTo() throws IOException {
    try (TestPeer peer = TestPeer.start(folder.resolve("they"), NetworkKey.of(ANOTHER_NETWORK))) {
      model.connect(peer.address());
      until(peers -> firstState(peers) instanceof State.Failed);
      model.forget("Mara", peer.address());
      test.workspace().notices().answer(false);
      assertThat(test.workspace().replication().peers()).isNotEmpty();
      model.forget("Mara", peer.address());
      test.workspace().notices().answer(true);
      until(peers -> peers.connections().isEmpty());
    }
  }

  @Test
  void somebodyFromAnotherNetworkIsSeenToBeTurnedAway() throws IOException {
    try (TestPeer peer = TestPeer.start(folder.resolve("they"), NetworkKey.of(ANOTHER_NETWORK))) {
      assertThat(catchThrowable(() -> peer.connect(test.workspace().replication().address())))
          .isInstanceOf(IOException.class);
      until(peers -> firstState(peers) instanceof State.TurnedAway);
    }
  }

  @Test
  void aConnectionThatEndsLeavesTheList() throws IOException {
    try (TestPeer peer = peer("they")) {
      peer.connect(test.workspace().replication().address());
      until(peers -> firstState(peers) instanceof State.Connected up && up.calledUs());
    }
    until(peers -> peers.connections().isEmpty());
  }

  @Test
  void afterClosingNothingChangesAnyMore() throws IOException {
    until(peers -> true);
    Peers before = shown();
    model.close();
    try (TestPeer peer = peer("they")) {
      test.workspace().replication().connect(peer.address());
      screen.until(() -> !test.workspace().replication().peers().isEmpty());
      assertThat(shown()).isEqualTo(before);
    }
  }

  @Test
  void whatWasHeardOnTheLocalNetworkCanBeFollowed() {
    Peers nearby =
        new SomePeers(test.temp().clock().instant())
            .nearby("Mara", Standing.NEITHER, false)
            .lan(new LanState.On())
            .peers();
    try (PeersViewModel fed = new PeersViewModel(test.workspace(), () -> nearby)) {
      screen.until(() -> fed.peersProperty().get().isPresent());
      fed.follow(SomeFeed.of("Mara").id());
      assertThat(fed.peersProperty().get().orElseThrow().nearby().getFirst().standing())
          .isEqualTo(Standing.FOLLOWED);
      assertThat(test.workspace().feeds().graph().hops(SomeFeed.of("Mara").id()).value())
          .isEqualTo(1);
    }
  }

  private TestPeer peer(String name) throws IOException {
    return TestPeer.start(folder.resolve(name));
  }

  private Peers shown() {
    return model.peersProperty().get().orElseThrow();
  }

  private void until(Predicate<Peers> reached) {
    screen.until(() -> model.peersProperty().get().filter(reached).isPresent());
  }

  private static State firstState(Peers peers) {
    return peers.connections().isEmpty()
        ? new State.Nearby(false)
        : peers.connections().getFirst().state();
  }
}
