package org.tidings.replication.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.content.Contact;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.InviteCode;
import org.tidings.replication.HeapGrowth;
import org.tidings.replication.PeerStatus;
import org.tidings.replication.SomeHost;
import org.tidings.replication.TestPeer;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.Procedures;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.muxrpc.RpcLimits;
import org.tidings.replication.muxrpc.RpcStream;
import org.tidings.replication.transport.Dialer;
import org.tidings.replication.transport.Routes;
import org.tidings.replication.transport.SecretChannel;

/// A room that does not do as rooms do hurts nothing but itself: an honest peer beside it goes on.
class LyingRoomTest {
  private static final KeyPair CAROL = SomeKeys.of("carol");
  private static final Method UNKNOWN = Method.source("unknown");
  private static final FeedId CAROLS = FeedId.of(CAROL.publicKey());

  @TempDir private Path folder;
  private TestPeer alice;
  private TestPeer bob;
  private HeapGrowth growth;

  @BeforeEach
  void start() throws Exception {
    alice = TestPeer.startCalling(folder.resolve("alice"));
    bob = TestPeer.start(folder.resolve("bob"));
    alice.feeds().publisher().publish(Contact.follow(CAROLS).toJson());
    alice.feeds().publisher().publish(Contact.follow(bob.id()).toJson());
    alice.connect(bob.address());
    growth = new HeapGrowth();
  }

  @AfterEach
  void stop() {
    alice.close();
    bob.close();
  }

  @Test
  void whoIsNotWhomTheRoomNamesIsNotTalkedTo() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (FakeRoom room =
        new FakeRoom(
            FakeRoom.attendants(JsonArray.of(Json.of(CAROLS.toString()))),
            tunnels(
                channel -> {
                  asked.incrementAndGet();
                  SecretChannel.accept(channel, SomeHost.terms(SomeKeys.of("mallory")), a -> true);
                }))) {
      alice.connect(room.address());
      await().until(() -> asked.get() > 0);
      await().until(() -> failed().contains(CAROLS));
      assertThat(connected()).doesNotContain(CAROLS);
      assertBobIsHeard();
    }
  }

  @Test
  void aRoomThatSaysNoMoreWhoIsThereIsLeftToComeInAgain() throws Exception {
    try (FakeRoom room =
        new FakeRoom(Procedure.stream(FakeRoom.ATTENDANTS, (call, stream) -> {}))) {
      alice.connect(room.address());
      RpcConnection first = room.guest();
      assertThat(first.awaitEnd()).as("said goodbye").isEmpty();
      assertThat(room.guest().remote()).isEqualTo(alice.id());
    }
  }

  @Test
  void aRoomThatNeverStopsTellingHoldsNobodyUp() throws Exception {
    AtomicInteger told = new AtomicInteger();
    try (FakeRoom room =
        new FakeRoom(
            Procedure.stream(
                FakeRoom.ATTENDANTS,
                (call, stream) -> {
                  while (stream.isOpen()) {
                    stream.send(Body.json(joined(told.incrementAndGet())));
                  }
                }))) {
      alice.connect(room.address());
      await().until(() -> told.get() > 5_000);
      assertBobIsHeard();
      assertThat(alice.replication().rooms().all()).hasSize(1);
      assertThat(alice.replication().rooms().all().getFirst().attendants())
          .hasSizeLessThanOrEqualTo(2_000);
    }
  }

  @Test
  void whoIsBehindATunnelIsNoRoom() throws Exception {
    BlockingQueue<RpcConnection> behind = new LinkedBlockingQueue<>();
    try (FakeRoom room =
        new FakeRoom(
            FakeRoom.attendants(JsonArray.of(Json.of(CAROLS.toString()))),
            tunnels(
                channel -> {
                  SecretChannel guest =
                      SecretChannel.accept(channel, SomeHost.terms(CAROL), anybody -> true);
                  Procedures asARoom =
                      Procedures.of(FakeRoom.metadata(), FakeRoom.attendants(JsonArray.of()));
                  RpcConnection inner =
                      new RpcConnection(guest, alice.id(), asARoom, RpcLimits.PEER).start();
                  behind.add(inner);
                  inner.awaitEnd();
                }))) {
      alice.connect(room.address());
      RpcConnection inner = behind.take();
      await().until(() -> connected().contains(CAROLS));
      assertThatThrownBy(() -> inner.open(Rooms.CONNECT, call(CAROLS, alice.id())).receive())
          .isInstanceOf(RpcError.class)
          .hasMessageContaining("not in list of allowed methods");
      assertThat(alice.replication().rooms().all())
          .extracting(RoomStatus::id)
          .containsOnly(room.id());
    }
  }

  @Test
  void whoCallsUsIsNoRoom() throws Exception {
    SecretChannel channel =
        new Dialer(SomeHost.terms(CAROL), Duration.ofSeconds(10), () -> Routes.DIRECT)
            .dial(alice.address());
    Procedures asARoom = Procedures.of(FakeRoom.metadata(), FakeRoom.attendants(JsonArray.of()));
    try (RpcConnection caller =
        new RpcConnection(channel, alice.id(), asARoom, RpcLimits.PEER).start()) {
      assertThatThrownBy(() -> caller.open(Rooms.CONNECT, call(CAROLS, alice.id())).receive())
          .isInstanceOf(RpcError.class)
          .hasMessageContaining("not in list of allowed methods");
    }
  }

  @Test
  void tunnelsForOthersAreRefused() throws Exception {
    try (FakeRoom room = new FakeRoom(FakeRoom.attendants(JsonArray.of()))) {
      RpcConnection guest = enter(room);
      assertThatThrownBy(() -> guest.open(Rooms.CONNECT, call(room.id(), CAROLS)).receive())
          .isInstanceOf(RpcError.class)
          .hasMessage("could not connect to: " + CAROLS);
      assertThatThrownBy(() -> guest.open(Rooms.CONNECT, call(CAROLS, alice.id())).receive())
          .isInstanceOf(RpcError.class)
          .hasMessageStartingWith("could not connect to");
    }
  }

  @Test
  void whoComesThroughARoomWithACodeIsServedAndIsNoPeer() throws Exception {
    KeyPair mallory = SomeKeys.of("mallory");
    KeyPair code = guestOf(alice.replication().pairing());
    try (FakeRoom room = new FakeRoom(FakeRoom.attendants(JsonArray.of()))) {
      RpcStream tunnel = room.tunnel(enter(room));
      RpcConnection guest = FakeRoom.through(tunnel, alice.id(), code);
      FeedId feed = FeedId.of(mallory.publicKey());
      guest.call(Method.async("invite.use"), JsonObject.of("feed", Json.of(feed.toString())));
      assertThat(alice.feeds().graph().relationship(feed).following()).isTrue();
      assertThat(connected()).doesNotContain(FeedId.of(code.publicKey()));
      assertThat(alice.feeds().strangers().waiting()).isEmpty();
    }
  }

  private static KeyPair guestOf(String code) {
    String seed = InviteCode.parse(code).orElseThrow().address().seed().orElseThrow();
    return KeyPair.fromSeed(Base64.getDecoder().decode(seed));
  }

  @Test
  void silentTunnelsAreFewAndKeepNoFriendOut() throws Exception {
    try (FakeRoom room = new FakeRoom(FakeRoom.attendants(JsonArray.of()))) {
      RpcConnection guest = enter(room);
      List<RpcStream> tunnels = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        tunnels.add(room.tunnel(guest));
      }
      await().until(() -> tunnels.stream().filter(tunnel -> !tunnel.isOpen()).count() == 24);
      RpcConnection carol = FakeRoom.through(room.tunnel(guest, CAROLS), alice.id(), CAROL);
      await().until(() -> connected().contains(CAROLS));
      assertThat(carol.hasEnded()).isFalse();
      assertBobIsHeard();
    }
  }

  @Test
  @Timeout(60)
  void aTunnelFullOfCallsThatAreRefusedEndsAndTheOtherGoesOn() throws Exception {
    try (FakeRoom room = new FakeRoom(FakeRoom.attendants(JsonArray.of()))) {
      RpcConnection guest = enter(room);
      RpcStream full = room.tunnel(guest);
      RpcConnection mallory = FakeRoom.through(full, alice.id(), SomeKeys.of("mallory"));
      RpcConnection carol = FakeRoom.through(room.tunnel(guest), alice.id(), CAROL);
      Thread flooding = Thread.ofVirtual().start(() -> flood(mallory));
      await().atMost(Duration.ofSeconds(30)).until(() -> !full.isOpen());
      flooding.join();
      for (int i = 0; i < 20; i++) {
        assertThatThrownBy(() -> carol.open(UNKNOWN).receive()).isInstanceOf(RpcError.class);
      }
      assertThat(guest.hasEnded()).isFalse();
    }
  }

  /// Makes calls that are refused, until it is cut.
  private static void flood(RpcConnection from) {
    try {
      while (true) {
        from.open(UNKNOWN, Json.of("x".repeat(400)));
      }
    } catch (IOException cut) {
      from.close();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  /// Goes there, and waits until it is taken for a room.
  private RpcConnection enter(FakeRoom room) throws Exception {
    alice.connect(room.address());
    await().until(() -> alice.replication().rooms().all().stream().anyMatch(RoomStatus::isEntered));
    return room.guest();
  }

  private void assertBobIsHeard() throws Exception {
    long before = alice.feeds().log().count();
    bob.feeds()
        .publisher()
        .publish(JsonObject.builder().put("type", "post").put("text", "honest").build());
    await().until(() -> alice.feeds().log().count() > before);
    growth.assertSmall();
  }

  private List<FeedId> connected() {
    return alice.connected().stream().map(PeerStatus.Connected::peer).toList();
  }

  private List<FeedId> failed() {
    return alice.replication().peers().stream()
        .filter(PeerStatus.Failed.class::isInstance)
        .map(status -> ((PeerStatus.Failed) status).address().id())
        .toList();
  }

  private static Procedure tunnels(Target target) {
    return Procedure.stream(
        Rooms.CONNECT, (call, stream) -> target.meets(new TunnelChannel(stream, "test")));
  }

  private static JsonObject call(FeedId portal, FeedId target) {
    return JsonObject.builder()
        .put("portal", portal.toString())
        .put("target", target.toString())
        .put("origin", CAROLS.toString())
        .build();
  }

  private static JsonObject joined(int number) {
    FeedId id = FeedId.of(ByteBuffer.allocate(32).putInt(number).array());
    return JsonObject.builder().put("type", "joined").put("id", id.toString()).build();
  }

  /// Who is at the other end of a tunnel.
  @FunctionalInterface
  private interface Target {
    void meets(TunnelChannel channel) throws IOException, InterruptedException;
  }
}
