package org.tidings.replication.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.tidings.replication.interop.Meeting.PATIENCE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.content.Contact;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.PeerStatus;
import org.tidings.replication.TestPeer;
import org.tidings.replication.peer.PeerSession;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.TunnelAddress;

/// People meet in the rooms there are, and all that goes over a connection goes through them.
@RequiresNpmPeers
class RoomTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void twoOfUsWhoFollowEachOtherMeet(int version) throws Exception {
    try (NpmPeer room = NpmPeer.startRoom(version);
        TestPeer alice = TestPeer.startCalling(folder.resolve("alice"));
        TestPeer bob = TestPeer.startCalling(folder.resolve("bob"))) {
      follow(alice, bob.id());
      follow(bob, alice.id());
      alice.connect(room.address());
      bob.connect(room.address());
      awaitThroughRoom(alice, bob.id());
      awaitThroughRoom(bob, alice.id());
      BlobId blob = add(alice);
      alice.feeds().publisher().publish(post(blob));
      bob.feeds().publisher().publish(post(blob));
      awaitFeed(alice, bob.id(), 2);
      awaitFeed(bob, alice.id(), 2);
      await().atMost(PATIENCE).until(() -> bob.feeds().blobs().has(blob));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void weReachAModernPeer(int version) throws Exception {
    try (NpmPeer room = NpmPeer.startRoom(version);
        NpmPeer modern = NpmPeer.start(NpmPeer.Kind.MODERN);
        TestPeer ours = TestPeer.startCalling(folder)) {
      follow(ours, modern.id());
      modern.tell("follow", "id", ours.id().toString());
      modern.tell("connect", "address", room.address().toString());
      ours.connect(room.address());
      awaitThroughRoom(ours, modern.id());
      awaitExchange(ours, modern);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aModernPeerReachesUs(int version) throws Exception {
    try (NpmPeer room = NpmPeer.startRoom(version);
        NpmPeer modern = NpmPeer.start(NpmPeer.Kind.MODERN);
        TestPeer ours = TestPeer.start(folder)) {
      follow(ours, modern.id());
      modern.tell("follow", "id", ours.id().toString());
      ours.connect(room.address());
      modern.tell("connect", "address", room.address().toString());
      modern.tell("connect", "address", theirWayTo(ours, modern));
      awaitThroughRoom(ours, modern.id());
      awaitExchange(ours, modern);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void strangersAreSeenButNotCalled(int version) throws Exception {
    try (NpmPeer room = NpmPeer.startRoom(version);
        TestPeer alice = TestPeer.startCalling(folder.resolve("alice"));
        TestPeer bob = TestPeer.startCalling(folder.resolve("bob"))) {
      alice.connect(room.address());
      bob.connect(room.address());
      await().atMost(PATIENCE).until(() -> isSeenBy(alice, bob.id()));
      assertThat(alice.connected()).extracting(PeerStatus.Connected::peer).containsOnly(room.id());
      follow(alice, bob.id());
      awaitThroughRoom(alice, bob.id());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whomWeBlockDoesNotComeInThroughARoom(int version) throws Exception {
    try (NpmPeer room = NpmPeer.startRoom(version);
        NpmPeer modern = NpmPeer.start(NpmPeer.Kind.MODERN);
        TestPeer ours = TestPeer.start(folder)) {
      ours.feeds().publisher().publish(Contact.block(modern.id()).toJson());
      ours.connect(room.address());
      modern.tell("connect", "address", room.address().toString());
      assertThatThrownBy(() -> modern.tell("connect", "address", theirWayTo(ours, modern)))
          .isInstanceOf(IOException.class);
      assertThat(ours.replication().peers())
          .anySatisfy(
              status ->
                  assertThat(status)
                      .isInstanceOfSatisfying(
                          PeerStatus.TurnedAway.class,
                          away -> {
                            assertThat(away.failure()).isEqualTo(Failure.BLOCKED);
                            assertThat(away.peer()).hasValue(modern.id());
                            assertThat(away.from()).startsWith("room ");
                          }));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whoIsNotThereCannotBeReached(int version) throws Exception {
    try (NpmPeer room = NpmPeer.startRoom(version);
        TestPeer alice = TestPeer.start(folder.resolve("alice"));
        TestPeer bob = TestPeer.start(folder.resolve("bob"))) {
      TunnelAddress way = TunnelAddress.through(room.id(), bob.id());
      assertFails(alice, way, Failure.NOT_IN_ROOM);
      alice.connect(room.address());
      await().atMost(PATIENCE).until(() -> isSeenBy(alice, alice.id()));
      assertFails(alice, way, Failure.ABSENT);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theRoomIsRememberedAndWhatGoesThroughItEndsWithIt(int version) throws Exception {
    try (TestPeer alice = TestPeer.startCalling(folder.resolve("alice"));
        TestPeer bob = TestPeer.startCalling(folder.resolve("bob"))) {
      follow(alice, bob.id());
      try (NpmPeer room = NpmPeer.startRoom(version)) {
        alice.connect(room.address());
        bob.connect(room.address());
        awaitThroughRoom(alice, bob.id());
        assertThat(alice.feeds().peerMemory().peers())
            .singleElement()
            .satisfies(
                known -> {
                  assertThat(known.address()).isEqualTo(room.address().toString());
                  assertThat(known.source()).isEqualTo("room");
                  assertThat(known.autoconnect()).isTrue();
                });
      }
      await().atMost(PATIENCE).until(() -> alice.connected().isEmpty());
      assertThat(alice.replication().rooms().all())
          .singleElement()
          .satisfies(known -> assertThat(known.isEntered()).isFalse());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theRoomSeesWhoLeaves(int version) throws Exception {
    try (NpmPeer room = NpmPeer.startRoom(version);
        TestPeer alice = TestPeer.start(folder.resolve("alice"));
        TestPeer bob = TestPeer.start(folder.resolve("bob"))) {
      alice.connect(room.address());
      bob.connect(room.address());
      await().atMost(PATIENCE).until(() -> sees(room, alice.id()) && isSeenBy(bob, alice.id()));
      assertThat(alice.replication().rooms().leave(room.id())).isTrue();
      await().atMost(PATIENCE).until(() -> !sees(room, alice.id()) && !isSeenBy(bob, alice.id()));
      assertThat(sees(room, bob.id())).isTrue();
    }
  }

  private static boolean sees(NpmPeer room, FeedId who) throws Exception {
    return JsonWriter.compactText(room.tell("attendants")).contains(who.toString());
  }

  private static void assertFails(TestPeer from, TunnelAddress way, Failure failure) {
    assertThatThrownBy(() -> from.connect(way))
        .isInstanceOfSatisfying(
            ConnectionFailedException.class, e -> assertThat(e.failure()).isEqualTo(failure));
  }

  private static boolean isSeenBy(TestPeer peer, FeedId who) {
    return peer.replication().rooms().all().stream()
        .anyMatch(room -> room.attendants().contains(who));
  }

  private static String theirWayTo(TestPeer ours, NpmPeer modern) throws Exception {
    JsonObject found =
        modern.tell("waitRoomPeer", "id", ours.id().toString()).asObject().orElseThrow();
    return found.string("address").orElseThrow();
  }

  private static void awaitThroughRoom(TestPeer peer, FeedId other) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(peer.connected())
                    .anySatisfy(
                        up -> {
                          assertThat(up.peer()).isEqualTo(other);
                          assertThat(up.link().path()).isEqualTo(PeerSession.Path.TUNNEL);
                        }));
  }

  /// A post and a blob each way.
  private static void awaitExchange(TestPeer ours, NpmPeer modern) throws Exception {
    BlobId mine = add(ours);
    ours.feeds().publisher().publish(post(mine));
    JsonObject size = JsonObject.builder().put("size", 150_000).put("seed", "theirs").build();
    JsonObject added = modern.tell("addBlob", size).asObject().orElseThrow();
    BlobId theirs = BlobId.parse(added.string("id").orElseThrow()).orElseThrow();
    modern.tell("publish", JsonObject.of("content", post(theirs)));
    awaitFeed(ours, modern.id(), 2);
    JsonObject far = JsonObject.builder().put("id", ours.id().toString()).put("seq", 2).build();
    assertThat(modern.tell("waitClock", far)).isNotNull();
    assertThat(modern.tell("wantBlob", "id", mine.toString())).isNotNull();
    await().atMost(PATIENCE).until(() -> ours.feeds().blobs().has(theirs));
  }

  private static BlobId add(TestPeer peer) throws Exception {
    byte[] bytes = "blob".repeat(50_000).getBytes(StandardCharsets.UTF_8);
    return peer.feeds().blobs().add(new ByteArrayInputStream(bytes)).id();
  }

  private static void follow(TestPeer peer, FeedId other) throws Exception {
    peer.feeds().publisher().publish(Contact.follow(other).toJson());
  }

  private static JsonObject post(BlobId picture) {
    return JsonObject.builder()
        .put("type", "post")
        .put("text", "a picture")
        .put("mentions", JsonArray.of(JsonObject.of("link", Json.of(picture.toString()))))
        .build();
  }

  private static void awaitFeed(TestPeer peer, FeedId feed, long sequence) {
    await()
        .atMost(PATIENCE)
        .until(() -> Meeting.clockOf(peer).getOrDefault(feed.toString(), 0L) >= sequence);
  }
}
