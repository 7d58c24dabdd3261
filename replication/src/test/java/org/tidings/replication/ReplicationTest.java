package org.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.BrokenTable;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Post;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.log.GateState;
import org.tidings.feed.log.GateState.Reason;
import org.tidings.feed.log.Origin;
import org.tidings.feed.ref.MessageId;
import org.tidings.replication.PeerStatus.Connected;
import org.tidings.replication.PeerStatus.Failed;
import org.tidings.replication.peer.PeerSession.Direction;
import org.tidings.replication.peer.PingProtocol;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Dialer;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.PeerAddress;
import org.tidings.replication.transport.Routes;
import org.tidings.replication.transport.SecretChannel;

/// Two of our own peers over real sockets.
class ReplicationTest {

  private static final GateState KEY_IN_USE = new GateState.Held(Reason.KEY_IN_USE);

  @TempDir private Path folder;
  private TestPeer alice;
  private TestPeer bob;

  @BeforeEach
  void start() throws IOException {
    alice = TestPeer.start(folder.resolve("alice"));
    bob = TestPeer.start(folder.resolve("bob"));
  }

  @AfterEach
  void stop() {
    alice.close();
    bob.close();
  }

  @Test
  void aConnectionIsSeenFromBothSides() throws Exception {
    alice.connect(bob.address());
    Connected seenByAlice = alice.connected().getFirst();
    assertThat(seenByAlice.peer()).isEqualTo(bob.id());
    assertThat(seenByAlice.address()).hasValue(bob.address());
    assertThat(seenByAlice.link().direction()).isEqualTo(Direction.OUTGOING);
    await().until(() -> bob.connected().size() == 1);
    Connected seenByBob = bob.connected().getFirst();
    assertThat(seenByBob.peer()).isEqualTo(alice.id());
    assertThat(seenByBob.address()).isEmpty();
    assertThat(seenByBob.link().direction()).isEqualTo(Direction.INCOMING);
  }

  @Test
  void whatSomebodyImportedIsPassedOn() throws Exception {
    SomeFeed carol = SomeFeed.of("carol");
    carol.post("hello");
    bob.feeds().ingest().offer(carol.values().getFirst(), new Origin.Import(), verdict -> {});
    alice.feeds().publisher().publish(Contact.follow(carol.id()).toJson());
    alice.connect(bob.address());
    await().until(() -> alice.feeds().log().head(carol.id()).isPresent());
  }

  @Test
  void itIsKeptWhoBroughtAMessage() throws Exception {
    SomeFeed carol = SomeFeed.of("carol");
    MessageId hello = carol.post("hello").id();
    bob.feeds().ingest().offer(carol.values().getFirst(), new Origin.Import(), verdict -> {});
    alice.feeds().publisher().publish(Contact.follow(carol.id()).toJson());
    alice.connect(bob.address());
    await()
        .untilAsserted(
            () ->
                assertThat(alice.feeds().log().originOf(hello))
                    .contains(new Origin.FromPeer(bob.id())));
  }

  @Test
  void callingAgainMakesNoSecondConnection() throws Exception {
    alice.connect(bob.address());
    alice.connect(bob.address());
    assertThat(alice.connected()).hasSize(1);
  }

  @Test
  void whenBothCallOneConnectionIsLeft() throws Exception {
    Thread there = Thread.ofVirtual().start(() -> connect(bob, alice.address()));
    connect(alice, bob.address());
    there.join();
    await()
        .untilAsserted(
            () -> {
              assertThat(alice.connected()).hasSize(1);
              assertThat(bob.connected()).hasSize(1);
              assertThat(alice.connected().getFirst().link().direction())
                  .isNotEqualTo(bob.connected().getFirst().link().direction());
            });
  }

  @Test
  void aGoodbyeEndsItOnBothSidesAndIsNoTrouble() throws Exception {
    alice.connect(bob.address());
    await().until(() -> bob.connected().size() == 1);
    bob.replication().close();
    await().until(() -> alice.connected().isEmpty());
    assertThat(alice.replication().peers())
        .singleElement()
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.failure()).isEqualTo(Failure.CLOSED));
  }

  @Test
  void aBlockClosesTheConnectionAndRefusesTheNext() throws Exception {
    alice.connect(bob.address());
    await().until(() -> bob.connected().size() == 1);
    bob.feeds().publisher().publish(Contact.block(alice.id()).toJson());
    await().until(() -> alice.connected().isEmpty() && bob.connected().isEmpty());
    assertFails(() -> alice.connect(bob.address()), Failure.REFUSED);
    assertFails(() -> bob.connect(alice.address()), Failure.BLOCKED);
    assertThat(bob.replication().peers())
        .anySatisfy(status -> assertTurnedAway(status, Failure.BLOCKED));
  }

  @Test
  void whoIsUnblockedAndComesAgainIsToldOfOnce() throws Exception {
    bob.feeds().publisher().publish(Contact.block(alice.id()).toJson());
    assertFails(() -> alice.connect(bob.address()), Failure.REFUSED);
    await().until(() -> bob.replication().peers().size() == 1);
    bob.feeds().publisher().publish(Contact.unfollow(alice.id()).toJson());
    await().until(() -> bob.replication().peers().isEmpty());
    alice.connect(bob.address());
    await().until(() -> bob.connected().size() == 1);
    assertThat(bob.replication().peers()).hasSize(1);
  }

  @Test
  void whoIsTurnedAwayTwiceIsToldOfOnce() throws Exception {
    bob.feeds().publisher().publish(Contact.block(alice.id()).toJson());
    assertFails(() -> alice.connect(bob.address()), Failure.REFUSED);
    assertFails(() -> alice.connect(bob.address()), Failure.REFUSED);
    await().until(() -> !bob.replication().peers().isEmpty());
    assertThat(bob.replication().peers()).hasSize(1);
  }

  @Test
  void ourOwnAddressIsNotCalled() {
    assertFails(() -> alice.connect(alice.address()), Failure.OWN_ADDRESS);
    assertThat(alice.feeds().gate().state()).isEqualTo(new GateState.Open());
  }

  @Test
  void anAddressThatOnlyClaimsToHaveOurKeyHoldsNothing() {
    PeerAddress elsewhere =
        new NetAddress(alice.address().host(), bob.address().port(), alice.address().key());
    assertFails(() -> alice.connect(elsewhere), Failure.OWN_ADDRESS);
    assertThat(alice.feeds().gate().state()).isEqualTo(new GateState.Open());
  }

  /// Anybody on a network can say that our key is at their address, and lead us to ourselves.
  @Test
  void whoOnlyPassesOurOwnWordsBackToUsHoldsNothing() throws Exception {
    try (CuttingRelay mirror = new CuttingRelay(alice.address(), 1_000)) {
      assertFails(() -> alice.connect(mirror.address()), Failure.OWN_ADDRESS);
      assertThat(mirror.passed()).as("bytes of a handshake").isGreaterThanOrEqualTo(64 + 64 + 112);
    }
    assertThat(alice.feeds().gate().state()).isEqualTo(new GateState.Open());
  }

  @Test
  void aTwinThatAnswersHoldsPublishingOnBothSides() throws Exception {
    Path data = Files.createDirectories(folder.resolve("twin").resolve("data"));
    Files.copy(folder.resolve("alice").resolve("data").resolve("secret"), data.resolve("secret"));
    try (TestPeer twin = TestPeer.start(folder.resolve("twin"))) {
      assertFails(() -> alice.connect(twin.address()), Failure.OWN_KEY);
      assertThat(alice.feeds().gate().state()).isEqualTo(KEY_IN_USE);
      await().until(() -> twin.feeds().gate().state().equals(KEY_IN_USE));
    }
  }

  @Test
  void somebodyWithOurKeyIsTurnedAwayAndHoldsPublishing() throws Exception {
    Dialer twin =
        new Dialer(
            new SecretChannel.Terms(
                NetworkKey.MAIN,
                alice.feeds().identity().keys(),
                new SecureRandom(),
                Duration.ofSeconds(10)),
            Duration.ofSeconds(10),
            () -> Routes.DIRECT);
    twin.dial(alice.address()).close();
    await()
        .untilAsserted(
            () ->
                assertThat(alice.replication().peers())
                    .anySatisfy(status -> assertTurnedAway(status, Failure.OWN_KEY)));
    assertThat(alice.feeds().gate().state()).isEqualTo(KEY_IN_USE);
  }

  /// They have told how far they hold our feed before that, and do not tell again.
  @Test
  void publishingOpensAfterOurKeyWasUsedElsewhereWhileOthersStayConnected() throws Exception {
    TempFeeds store = new TempFeeds(folder.resolve("carol"));
    try (TestPeer carol = TestPeer.confirming(store.feeds())) {
      bob.feeds().publisher().publish(Contact.follow(carol.id()).toJson());
      carol.feeds().publisher().publish(Post.root("hello").toJson());
      carol.connect(bob.address());
      await().until(() -> bob.feeds().log().head(carol.id()).isPresent());
      carol.feeds().gate().keyInUseElsewhere();
      assertThat(carol.feeds().gate().state()).isEqualTo(KEY_IN_USE);
      await()
          .until(
              () -> {
                store.steadyClock().advance(Duration.ofMinutes(1));
                return carol.feeds().gate().state().equals(new GateState.Open());
              });
    }
  }

  @Test
  void onlyTheLocalNetworkIsCalledWhenThatIsSetWhileRunning() throws Exception {
    try (TestPeer bob = TestPeer.start(folder.resolve("bob near"))) {
      alice.connect(bob.address());
      alice.replication().reachBy(new Routes(Optional.empty(), true));
      NetAddress far = new NetAddress("192.0.2.7", 8008, SomeKeys.of("far").publicKey());
      assertFails(() -> alice.connect(far), Failure.LOCAL_ONLY);
      assertThat(alice.connected()).extracting(PeerStatus.Connected::peer).contains(bob.id());
    }
  }

  @Test
  void anotherNetworkIsSaidSo() throws Exception {
    try (TestPeer foreign =
        TestPeer.start(folder.resolve("foreign"), NetworkKey.of(new byte[32]))) {
      assertFails(() -> alice.connect(foreign.address()), Failure.OTHER_NETWORK);
      await()
          .untilAsserted(
              () ->
                  assertThat(foreign.replication().peers())
                      .anySatisfy(status -> assertTurnedAway(status, Failure.NOT_A_PEER)));
    }
  }

  @Test
  void aWrongKeyIsSaidSoAndTheNextCallIsPlanned() {
    PeerAddress wrong =
        new NetAddress(
            bob.address().host(), bob.address().port(), SomeKeys.of("carol").publicKey());
    assertFails(() -> alice.connect(wrong), Failure.REFUSED);
    assertThat(alice.replication().peers())
        .singleElement()
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.sentence()).contains("another key");
              assertThat(failed.retryAt()).isPresent();
            });
  }

  @Test
  void aPortThatIsTakenIsSaidInOneSentence() {
    ReplicationSettings taken =
        new ReplicationSettings("127.0.0.1", alice.address().port(), NetworkKey.MAIN, false, false);
    try (Replication second =
        new Replication(bob.feeds(), taken, InstantSource.system(), new SecureRandom())) {
      assertThatThrownBy(second::start)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("Port " + alice.address().port());
    }
  }

  @Test
  void peersThatAnsweredAreCalledAgainAfterARestart() throws Exception {
    alice.connect(bob.address());
    alice.replication().close();
    await().until(() -> bob.connected().isEmpty());
    ReplicationSettings calling =
        new ReplicationSettings("127.0.0.1", 0, NetworkKey.MAIN, false, true);
    try (Replication again =
        new Replication(alice.feeds(), calling, InstantSource.system(), new SecureRandom())) {
      again.start();
      await().until(() -> bob.connected().size() == 1);
    }
  }

  @Test
  void whoIsNearbyAndCalledByAPersonIsNotCalledOnAnotherNetwork() throws Exception {
    bob.announceTo(alice.replication());
    alice.connect(bob.address());
    assertThat(alice.feeds().peerMemory().peers()).isEmpty();

    alice.replication().switchboard().hangUp(bob.id());
    await().until(() -> alice.connected().isEmpty());
    alice.feeds().publisher().publish(Contact.follow(bob.id()).toJson());
    alice.connect(bob.address());
    assertThat(alice.feeds().peerMemory().peers())
        .singleElement()
        .matches(record -> record.source().equals("lan") && !record.autoconnect());
  }

  @Test
  void anAddressThatIsForgottenIsNotCalledAfterARestartEither() throws Exception {
    PeerAddress wrong = bob.address();
    alice.connect(wrong);
    bob.replication().close();
    await().until(() -> alice.connected().isEmpty());
    alice.replication().forget(wrong);
    assertThat(alice.replication().peers()).isEmpty();
    alice.close();
    alice = TestPeer.start(folder.resolve("alice"));
    assertThat(alice.feeds().peerMemory().peers()).isEmpty();
  }

  @Test
  void aPeerBookThatCannotBeWrittenKeepsNobodyFromTalking() throws Exception {
    try (BrokenTable peers = new BrokenTable(alice.feeds(), "peers")) {
      assertThat(peers).isNotNull();
      alice.connect(bob.address());
      assertThat(alice.connected()).hasSize(1);
    }
  }

  @Test
  void aFailedCallIsToldThoughThePeerBookCannotBeWritten() throws Exception {
    alice.connect(bob.address());
    await().until(() -> bob.connected().size() == 1);
    bob.replication().close();
    await().until(() -> alice.connected().isEmpty());
    try (BrokenTable peers = new BrokenTable(alice.feeds(), "peers")) {
      assertThat(peers).isNotNull();
      assertFails(() -> alice.connect(bob.address()), Failure.PORT_CLOSED);
      assertThat(alice.replication().peers())
          .singleElement()
          .isInstanceOfSatisfying(
              Failed.class, failed -> assertThat(failed.failure()).isEqualTo(Failure.PORT_CLOSED));
    }
  }

  @Test
  void listenersHearOfChanges() throws Exception {
    AtomicInteger changes = new AtomicInteger();
    try (Subscription watching = alice.replication().onChange(changes::incrementAndGet)) {
      assertThat(watching).isNotNull();
      int before = changes.get();
      alice.connect(bob.address());
      await().until(() -> changes.get() > before);
    }
  }

  @Test
  void aProtocolThatFailsDoesNotEndTheConnection() throws Exception {
    try (TestPeer odd =
        TestPeer.speaking(
            folder.resolve("odd"),
            List.of(
                new FailingProtocol(),
                new PingProtocol(InstantSource.system(), Duration.ofMinutes(5))))) {
      odd.connect(bob.address());
      await().until(() -> odd.connected().getFirst().link().bytes().received() > 0);
      assertThat(bob.connected()).hasSize(1);
    }
  }

  private static void connect(TestPeer from, PeerAddress to) {
    try {
      from.connect(to);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertTurnedAway(PeerStatus status, Failure failure) {
    assertThat(status)
        .isInstanceOfSatisfying(
            PeerStatus.TurnedAway.class, away -> assertThat(away.failure()).isEqualTo(failure));
  }

  private static void assertFails(ThrowingCallable action, Failure failure) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            ConnectionFailedException.class, e -> assertThat(e.failure()).isEqualTo(failure));
  }
}
