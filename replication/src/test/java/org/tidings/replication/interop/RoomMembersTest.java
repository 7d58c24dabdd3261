package org.tidings.replication.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.tidings.replication.interop.Meeting.PATIENCE;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.replication.PeerStatus;
import org.tidings.replication.TestPeer;
import org.tidings.replication.room.Alias;
import org.tidings.replication.room.RoomException;
import org.tidings.replication.room.RoomException.Step;
import org.tidings.replication.room.RoomStatus;

/// What people do about rooms, with the rooms there are: invites, aliases and signing in.
@RequiresNpmPeers
class RoomMembersTest {

  @TempDir Path folder;

  @Test
  void anOpenInviteLeadsIntoARoomOfTheFirstKind() throws Exception {
    try (NpmPeer room = NpmPeer.startRoom(1, "--name", "Bakery");
        TestPeer ours = TestPeer.start(folder)) {
      String invite = text(room.tell("createInvite"));
      RoomStatus joined = ours.replication().rooms().join(invite);
      assertThat(joined.id()).isEqualTo(room.id());
      assertThat(joined.address()).hasValue(room.address());
      assertThat(joined.metadata().orElseThrow().name()).isEqualTo("Bakery");
      assertThat(ours.feeds().peerMemory().peers())
          .singleElement()
          .satisfies(known -> assertThat(known.source()).isEqualTo("room"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"url", "uri"})
  void anInviteIsClaimedOnce(String kind) throws Exception {
    try (NpmPeer room = NpmPeer.startRoom(2, "--mode", "community");
        TestPeer ours = TestPeer.start(folder.resolve("ours"));
        TestPeer late = TestPeer.start(folder.resolve("late"))) {
      String invite = room.tell("createInvite").asObject().orElseThrow().string(kind).orElseThrow();
      assertFails(
          Step.ACCEPT,
          "takes only members",
          () -> ours.replication().rooms().join(room.address().toString()));
      RoomStatus joined = ours.replication().rooms().join(invite);
      assertThat(joined.metadata().orElseThrow().membership()).isTrue();
      await().atMost(PATIENCE).until(() -> isAttended(ours));
      assertFails(Step.ACCEPT, "no such invite", () -> late.replication().rooms().join(invite));
    }
  }

  @Test
  void whoIsNoRoomIsNotJoined() throws Exception {
    try (TestPeer ours = TestPeer.start(folder.resolve("ours"))) {
      String address;
      try (TestPeer other = TestPeer.start(folder.resolve("other"))) {
        address = other.address().toString();
        assertFails(Step.RECOGNISE, "no room", () -> ours.replication().rooms().join(address));
      }
      await().atMost(PATIENCE).until(() -> ours.connected().isEmpty());
      assertFails(Step.CALL, "not reached", () -> ours.replication().rooms().join(address));
      assertFails(Step.READ, "no address", () -> ours.replication().rooms().join("hello"));
    }
  }

  @Test
  void whoLeavesIsForgottenAndForgets() throws Exception {
    try (NpmPeer room = NpmPeer.startRoom(2);
        TestPeer ours = TestPeer.start(folder)) {
      ours.replication().rooms().join(room.address().toString());
      assertThat(ours.replication().rooms().leave(room.id())).isTrue();
      await().atMost(PATIENCE).until(() -> ours.replication().rooms().all().isEmpty());
      assertThat(ours.feeds().peerMemory().peers()).isEmpty();
      assertThat(ours.connected()).isEmpty();
      assertThat(ours.replication().rooms().leave(room.id())).isFalse();
    }
  }

  @Test
  void ourAliasLeadsAModernPeerToUs() throws Exception {
    try (NpmPeer room = NpmPeer.startRoom(2);
        NpmPeer modern = NpmPeer.start(NpmPeer.Kind.MODERN);
        TestPeer ours = TestPeer.start(folder)) {
      ours.replication().rooms().join(room.address().toString());
      String page = ours.replication().aliases().register(room.id(), "alice");
      assertFails(
          Step.ASK,
          "already taken",
          () -> ours.replication().aliases().register(room.id(), "alice"));
      assertThat(ours.replication().aliases().list(room.id())).containsExactly("alice");
      modern.tell("consumeAlias", "uri", page);
      await().atMost(PATIENCE).until(() -> ours.connected().size() == 2);
      ours.replication().aliases().revoke(room.id(), "alice");
      assertThat(JsonWriter.compactText(room.tell("aliases"))).isEqualTo("{}");
      assertFails(
          Step.ASK,
          "alias not found",
          () -> ours.replication().aliases().revoke(room.id(), "alice"));
    }
  }

  @Test
  void theAliasOfAModernPeerLeadsUsToIt() throws Exception {
    try (NpmPeer room = NpmPeer.startRoom(2);
        NpmPeer modern = NpmPeer.start(NpmPeer.Kind.MODERN);
        TestPeer ours = TestPeer.start(folder)) {
      modern.tell("connect", "address", room.address().toString());
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  JsonWriter.compactText(room.tell("attendants")).contains(modern.id().toString()));
      JsonObject what =
          JsonObject.builder().put("room", room.id().toString()).put("alias", "bob").build();
      String page = text(modern.tell("registerAlias", what));
      Alias met = ours.replication().aliases().meet(page);
      assertThat(met.user()).isEqualTo(modern.id());
      assertThat(met.name()).isEqualTo("bob");
      assertThat(ours.connected()).extracting(PeerStatus.Connected::peer).contains(modern.id());
      modern.kill();
      await().atMost(PATIENCE).until(() -> ours.connected().size() == 1);
      assertFails(Step.ASK, "bob did not answer", () -> ours.replication().aliases().meet(page));
    }
  }

  @Test
  void aBrowserIsSignedInByThePageWeName() throws Exception {
    try (NpmPeer room = NpmPeer.startRoom(2);
        TestPeer ours = TestPeer.start(folder)) {
      ours.replication().rooms().join(room.address().toString());
      URI page = ours.replication().signIn().page(room.id());
      assertThat(page.toString()).startsWith("https://127.0.0.1/login?ssb-http-auth=1&cid=%40");
      String here = room.web() + page.getRawPath() + "?" + page.getRawQuery();
      assertThat(open(here).statusCode()).isEqualTo(200);
      assertThat(sessions(room)).contains(ours.id().toString());
      assertThat(open(here).body()).contains("no solution");
      ours.replication().signIn().out(room.id());
      assertThat(sessions(room)).isEqualTo("[]");
    }
  }

  @Test
  void aBrowserIsSignedInByTheLinkItShows() throws Exception {
    try (NpmPeer room = NpmPeer.startRoom(2);
        TestPeer ours = TestPeer.start(folder)) {
      JsonObject shown =
          Json.parse(open(room.web() + "/login?only=uri").body()).asObject().orElseThrow();
      String link = shown.string("uri").orElseThrow();
      ours.replication().signIn().answer(link);
      assertFails(Step.ASK, "did not accept", () -> ours.replication().signIn().answer(link));
      assertFails(Step.READ, "no link", () -> ours.replication().signIn().answer("ssb:hello"));
    }
  }

  private static boolean isAttended(TestPeer ours) {
    return ours.replication().rooms().all().stream()
        .anyMatch(room -> room.attendants().contains(ours.id()));
  }

  private static HttpResponse<String> open(String page) throws IOException, InterruptedException {
    try (HttpClient browser = HttpClient.newHttpClient()) {
      return browser.send(
          HttpRequest.newBuilder(URI.create(page)).build(), BodyHandlers.ofString());
    }
  }

  private static String sessions(NpmPeer room) throws Exception {
    return JsonWriter.compactText(room.tell("sessions"));
  }

  private static String text(Json json) {
    return json.asString().orElseThrow();
  }

  private static void assertFails(Step step, String words, ThrowingCallable what) {
    assertThatThrownBy(what)
        .hasMessageContaining(words)
        .isInstanceOfSatisfying(RoomException.class, e -> assertThat(e.step()).isEqualTo(step));
  }
}
