package org.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.content.Contact;
import org.tidings.feed.local.Invites;
import org.tidings.feed.local.Strangers;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.InviteCode;
import org.tidings.replication.pub.InviteDesk;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.Routes;

/// Those who call us and are not in our reach.
@Timeout(120)
class StrangersTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Routes ONLY_IN_REACH = Routes.DIRECT.onlyInReach(true);
  private static final KeyPair FRIEND = SomeKeys.of("friend");
  private static final Invites.Invite CODE = new Invites.Invite(1, "");

  @TempDir private Path folder;
  private final List<Intruder> callers = new ArrayList<>();
  private TestPeer ours;

  @BeforeEach
  void start() throws Exception {
    ours = TestPeer.startPub(folder.resolve("ours"));
    ours.feeds().publisher().publish(Contact.follow(id(FRIEND)).toJson());
  }

  @AfterEach
  void stop() {
    callers.forEach(Intruder::close);
    ours.close();
  }

  @Test
  void takeFewPlacesAndKeepNoFriendOut() throws Exception {
    for (int i = 0; i < Admission.MOST_STRANGERS; i++) {
      comesIn(SomeKeys.of("stranger " + i));
      awaitConnected(i + 1);
    }
    assertThatThrownBy(() -> comesIn(SomeKeys.of("one more")))
        .isInstanceOf(ConnectionFailedException.class);
    await().atMost(PATIENCE).until(() -> turnedAway().contains(Failure.TOO_MANY));
    comesIn(FRIEND);
    awaitConnected(Admission.MOST_STRANGERS + 1);

    callers.getFirst().close();
    awaitConnected(Admission.MOST_STRANGERS);
    comesIn(SomeKeys.of("one more"));
    awaitConnected(Admission.MOST_STRANGERS + 1);
  }

  @Test
  void ofOneMachineThatHasAllPlacesOneGivesWayToWhoeverComesFromElsewhere() throws Exception {
    for (int i = 0; i < Admission.MOST_STRANGERS; i++) {
      comesIn(SomeKeys.of("stranger " + i));
      awaitConnected(i + 1);
    }
    KeyPair newcomer = SomeKeys.of("from elsewhere");
    callers.add(Intruder.at(ours, newcomer, InetAddress.ofLiteral("127.0.0.3")));
    await().atMost(PATIENCE).until(() -> isConnected(newcomer));
    await().atMost(PATIENCE).until(() -> !isConnected(SomeKeys.of("stranger 0")));
    assertThat(ours.connected()).hasSize(Admission.MOST_STRANGERS);
    assertThatThrownBy(() -> comesIn(SomeKeys.of("one more")))
        .isInstanceOf(ConnectionFailedException.class);
    assertThat(isConnected(newcomer)).isTrue();
  }

  @Test
  void ofOneMachineDoNotHaveAllOthersForgotten() throws Exception {
    KeyPair honest = SomeKeys.of("from elsewhere");
    callers.add(Intruder.at(ours, honest, InetAddress.ofLiteral("127.0.0.3")));
    for (int i = 0; i < 12; i++) {
      comesIn(SomeKeys.of("stranger " + i));
    }
    awaitConnected(13);
    assertThat(ours.feeds().strangers().waiting())
        .hasSize(11)
        .extracting(Strangers.Stranger::feed)
        .contains(id(honest));
  }

  @Test
  void areTurnedAwayAtTheHandshakeWhereOnlyPeopleInReachMayConnect() throws Exception {
    ours.replication().reachBy(ONLY_IN_REACH);
    assertThatThrownBy(() -> comesIn(SomeKeys.of("stranger")))
        .isInstanceOf(ConnectionFailedException.class);
    await().atMost(PATIENCE).until(() -> turnedAway().equals(List.of(Failure.OUT_OF_REACH)));
    comesIn(FRIEND);
    awaitConnected(1);
    assertThat(ours.feeds().strangers().waiting())
        .extracting(Strangers.Stranger::feed)
        .containsExactly(id(SomeKeys.of("stranger")));
  }

  @Test
  void areLeftOnceOnlyPeopleInReachMayConnect() throws Exception {
    Intruder stranger = comesIn(SomeKeys.of("stranger"));
    comesIn(FRIEND);
    awaitConnected(2);
    ours.replication().reachBy(ONLY_IN_REACH);
    stranger.awaitCut();
    awaitConnected(1);
    assertThat(ours.connected().getFirst().peer()).isEqualTo(id(FRIEND));
  }

  @Test
  void whomAPersonHereCallsStay() throws Exception {
    try (TestPeer pub = TestPeer.start(folder.resolve("pub"))) {
      ours.connect(pub.address());
      ours.replication().reachBy(ONLY_IN_REACH);
      assertThat(ours.connected()).hasSize(1);
      ours.replication().reachBy(Routes.DIRECT);
      assertThat(ours.connected()).hasSize(1);
    }
  }

  @Test
  void whoComesWithACodeIsFollowedAndMayConnect() throws Exception {
    ours.replication().reachBy(ONLY_IN_REACH);
    String code = ours.replication().createInvite(CODE, Optional.empty()).orElseThrow().legacy();
    try (TestPeer newcomer = TestPeer.start(folder.resolve("newcomer"))) {
      newcomer.replication().useInvite(code, step -> {});
      awaitConnected(1);
      assertThat(ours.feeds().graph().relationship(newcomer.id()).following()).isTrue();
    }
  }

  @Test
  void whoComesWithACodeAgainAndAgainGivesWay() throws Exception {
    KeyPair code = guestOf(ours.replication().createInvite(CODE, Optional.empty()).orElseThrow());
    for (int i = 0; i <= InviteDesk.MOST_GUESTS; i++) {
      callers.add(Intruder.at(ours, code));
    }
    List<Thread> waiting =
        callers.stream().map(guest -> Thread.ofVirtual().start(guest::awaitCut)).toList();
    await().atMost(PATIENCE).until(() -> !waiting.stream().allMatch(Thread::isAlive));
  }

  private static KeyPair guestOf(InviteCode code) {
    return KeyPair.fromSeed(Base64.getDecoder().decode(code.address().seed().orElseThrow()));
  }

  private Intruder comesIn(KeyPair keys) throws IOException {
    Intruder caller = Intruder.at(ours, keys).listening(frame -> {});
    callers.add(caller);
    return caller;
  }

  private boolean isConnected(KeyPair keys) {
    return ours.connected().stream().anyMatch(peer -> peer.peer().equals(id(keys)));
  }

  private void awaitConnected(int peers) {
    await().atMost(PATIENCE).until(() -> ours.connected().size() == peers);
  }

  private List<Failure> turnedAway() {
    return ours.replication().peers().stream()
        .filter(PeerStatus.TurnedAway.class::isInstance)
        .map(status -> ((PeerStatus.TurnedAway) status).failure())
        .toList();
  }

  private static FeedId id(KeyPair keys) {
    return FeedId.of(keys.publicKey());
  }
}
