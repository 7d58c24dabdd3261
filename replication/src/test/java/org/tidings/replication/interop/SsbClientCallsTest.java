package org.tidings.replication.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tidings.replication.interop.SsbClientTest.object;
import static org.tidings.replication.interop.SsbClientTest.options;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonBool;
import org.tidings.feed.json.JsonNull;
import org.tidings.feed.json.JsonNumber;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonString;
import org.tidings.feed.local.Invites;
import org.tidings.feed.ref.InviteCode;
import org.tidings.replication.TestPeer;

/// Calls that change something, or whose answers name addresses and times: ssb-server and we answer
/// with the same keys and kinds of values, and refuse the same.
@RequiresNpmPeers
@Timeout(180)
class SsbClientCallsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String SOMEBODY = "@vpvovRjxSo4Qwp1RWODLIuewgE2eqcB7AUD6GwMdfno=.ed25519";
  private static final String REFUSED = "refused";
  private static final String BLOB = "&uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek=.sha256";
  private static final String NO_BLOB = "&" + "B".repeat(42) + "A=.sha256";

  /// What ssb-gossip measures of a connection we made, and nobody needs.
  private static final Set<String> MEASURED = Set.of("ping", "duration", "stats");

  /// Of which an id is made that nobody has spoken of.
  private static char nextLetter = 'a';

  @TempDir private static Path temp;
  private static NpmPeer theirs;
  private static TestPeer ours;
  private static Program theirProgram;
  private static Program ourProgram;

  @BeforeAll
  static void start() throws Exception {
    Path folder = temp.resolve("theirs");
    theirs = NpmPeer.start(NpmPeer.Kind.LEGACY, "--dir", folder.toString());
    theirProgram = Program.of(theirs, folder);
    ours = TestPeer.startPub(temp.resolve("ours"));
    ourProgram = Program.of(ours, temp.resolve("ours"));
  }

  @AfterAll
  static void stop() {
    ourProgram.close();
    ours.close();
    theirProgram.close();
    theirs.close();
  }

  @Test
  void gossipPeersTellsOfThemAlike() throws Exception {
    try (TestPeer friend = TestPeer.start(temp.resolve("friend"))) {
      theirs.tell("connect", "address", friend.address().toString());
      ours.connect(friend.address());
      for (Program program : both()) {
        await().atMost(PATIENCE).until(() -> friend(program, friend).has("state"));
      }
      awaitSame(friend);
      assertThat(shape(status(ourProgram, friend))).isEqualTo(shape(status(theirProgram, friend)));
    }
  }

  private static Json status(Program program, TestPeer friend) throws Exception {
    JsonObject gossip = object(program.call("status")).object("gossip").orElseThrow();
    return gossip.get(friend.id().toString()).orElseThrow();
  }

  @Test
  void statusHasTheSameParts() throws Exception {
    JsonObject our = object(ourProgram.call("status"));
    JsonObject their = object(theirProgram.call("status"));
    assertThat(our.keys()).hasSameElementsAs(their.keys());
    for (String part : List.of("sync", "progress")) {
      assertThat(our.object(part).orElseThrow().keys())
          .hasSameElementsAs(their.object(part).orElseThrow().keys());
    }
  }

  private static void awaitSame(TestPeer friend) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(shape(friend(ourProgram, friend)))
                    .isEqualTo(shape(friend(theirProgram, friend))));
  }

  @Test
  void andWhenTheyHaveGone() throws Exception {
    try (TestPeer friend = TestPeer.start(temp.resolve("gone"))) {
      theirs.tell("connect", "address", friend.address().toString());
      ours.connect(friend.address());
      for (Program program : both()) {
        await().atMost(PATIENCE).until(() -> friend(program, friend).has("state"));
      }
      friend.replication().close();
      for (Program program : both()) {
        await().atMost(PATIENCE).until(() -> !friend(program, friend).has("state"));
      }
      awaitSame(friend);
    }
  }

  private static List<Program> both() {
    return List.of(ourProgram, theirProgram);
  }

  private static JsonObject friend(Program program, TestPeer friend) throws Exception {
    return ((JsonArray) program.call("gossip.peers"))
        .items().stream()
            .map(SsbClientTest::object)
            .filter(peer -> peer.string("key").filter(friend.id().toString()::equals).isPresent())
            .findFirst()
            .orElseThrow();
  }

  @Test
  void connPeersTellsOfThemAlikeWhoeverCalled() throws Exception {
    Path folder = temp.resolve("withConn");
    try (NpmPeer withConn =
            NpmPeer.start(NpmPeer.Kind.LEGACY, "--conn", "--dir", folder.toString());
        Program program = Program.of(withConn, folder)) {
      try (TestPeer friend = TestPeer.start(temp.resolve("called"))) {
        withConn.tell("connect", "address", friend.address().toString());
        ours.connect(friend.address());
        assertThat(shape(live(ourProgram, friend))).isEqualTo(shape(live(program, friend)));
      }
      try (TestPeer friend = TestPeer.start(temp.resolve("calling"))) {
        friend.connect(ours.address());
        friend.connect(withConn.address());
        assertThat(shape(live(ourProgram, friend))).isEqualTo(shape(live(program, friend)));
      }
    }
  }

  /// What is told of one that is connected, once it is.
  private static Json live(Program program, TestPeer friend) {
    return await()
        .atMost(PATIENCE)
        .until(() -> liveNow(program, friend), told -> told.toString().contains("\"connected\""));
  }

  private static Json liveNow(Program program, TestPeer friend) throws Exception {
    List<Json> told = program.first(1, "conn.peers").get(20, TimeUnit.SECONDS);
    return ((JsonArray) told.getFirst())
        .items().stream()
            .filter(pair -> pair.toString().contains(friend.id().toString()))
            .findFirst()
            .orElse(JsonNull.NULL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invite.create 3",
        "invite.create {\"uses\":2,\"note\":\"for you\"}",
        "invite.create {\"uses\":2,\"external\":\"example.org\"}",
        "invite.accept \"nonsense\"",
        "invite.accept {\"invite\":\"nonsense\"}",
        "invite.accept"
      })
  void invitesAreMadeAndRefusedAlike(String said) throws Exception {
    assertSame(said);
  }

  @Test
  void anInviteIsAcceptedAlikeAndRefusedWhenItIsUsedUp() throws Exception {
    Path folder = temp.resolve("guests");
    try (TestPeer pub = TestPeer.startPub(temp.resolve("pub"));
        NpmPeer guest = NpmPeer.start(NpmPeer.Kind.LEGACY, "--dir", folder.toString());
        Program program = Program.of(guest, folder);
        TestPeer ourGuest = TestPeer.start(temp.resolve("ourGuest"));
        Program ourProgram = Program.of(ourGuest, temp.resolve("ourGuest"))) {
      List<Object> told = new ArrayList<>();
      for (Program one : List.of(ourProgram, program)) {
        Optional<InviteCode> code =
            pub.replication().createInvite(new Invites.Invite(1, ""), Optional.empty());
        Json legacy = Json.of(code.orElseThrow().legacy());
        told.add(answer(one, "invite.accept", legacy));
        assertThat(answer(one, "invite.accept", legacy)).isEqualTo(REFUSED);
      }
      assertThat(told.get(0).toString().replace("\"blocking\":false,", ""))
          .isEqualTo(told.get(1).toString())
          .contains("autofollow");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "blobs.has \"$blob\"",
        "blobs.has \"$none\"",
        "blobs.has {\"id\":\"$blob\"}",
        "blobs.has [\"$blob\",\"$none\"]",
        "blobs.has \"nonsense\"",
        "blobs.has [\"nonsense\"]",
        "blobs.size \"$blob\"",
        "blobs.size \"$none\"",
        "blobs.size {\"id\":\"$blob\"}",
        "blobs.size [\"$blob\",\"$none\"]",
        "blobs.want \"$blob\"",
        "blobs.want {\"id\":\"$blob\"}",
        "blobs.want \"nonsense\"",
        "blobs.meta \"$none\"",
        "blobs.meta \"nonsense\"",
        "blobs.push \"$blob\"",
        "blobs.push {\"id\":\"$blob\"}",
        "blobs.push \"nonsense\"",
        "blobs.rm \"$blob\"",
        "blobs.rm {\"id\":\"$blob\"}",
        "blobs.rm \"$none\"",
        "blobs.rm \"nonsense\"",
        "blobs.get* \"$blob\"",
        "blobs.get* {\"key\":\"$blob\"}",
        "blobs.get* {\"hash\":\"$blob\",\"size\":11}",
        "blobs.get* {\"id\":\"$blob\",\"size\":12}",
        "blobs.get* {\"id\":\"$blob\",\"max\":5}",
        "blobs.get* \"$none\"",
        "blobs.get* \"nonsense\"",
        "blobs.getSlice* {\"id\":\"$blob\",\"start\":1,\"end\":4}",
        "blobs.getSlice* {\"id\":\"$blob\",\"start\":8,\"end\":100}",
        "blobs.getSlice* {\"id\":\"$none\",\"start\":1,\"end\":4}",
        "blobs.ls*",
        "blobs.ls* {\"meta\":true}",
        "blobs.ls* {\"long\":true}",
        "blobs.ls* {\"size\":true}",
        "blobs.ls* {\"live\":true}",
        "blobs.ls* {\"live\":true,\"old\":false}",
        "blobs.ls* {\"old\":false}",
        "blobs.ls* {\"live\":true,\"sync\":false,\"meta\":true}",
        "blobs.changes*"
      })
  void blobsAreToldAlike(String said) throws Exception {
    for (Program program : both()) {
      program.add("hello world".getBytes(StandardCharsets.UTF_8));
      awaitBlob(program, BLOB);
    }
    assertSame(said);
  }

  @Test
  void whatPeersAreAskedForIsToldAlike() throws Exception {
    for (Program program : both()) {
      String pushed = program.add("to be pushed".getBytes(StandardCharsets.UTF_8));
      awaitBlob(program, pushed);
      CompletableFuture<Json> wants = program.untilQuiet(2_000, "blobs.createWants", List.of());
      program.call("whoami"); // the stream is open by now
      program.call("blobs.push", Json.of(pushed));
      String added = program.add("added".getBytes(StandardCharsets.UTF_8));

      assertThat(wants.get(20, TimeUnit.SECONDS).toString())
          .contains("\"" + pushed + "\":-1", "\"" + added + "\":5");
    }
  }

  private static void awaitBlob(Program program, String id) {
    await().until(() -> program.call("blobs.has", Json.of(id)).equals(JsonBool.TRUE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "friends.follow \"$somebody\" {}",
        "friends.follow \"$somebody\" {\"state\":false}",
        "friends.follow \"$somebody\" null",
        "friends.follow \"$somebody\" {\"recps\":[\"$somebody\"]}",
        "friends.follow \"nonsense\" {}",
        "friends.block \"$somebody\" {\"reason\":\"rude\"}",
        "friends.block \"$somebody\" {\"state\":false}",
        "friends.block \"nonsense\" {}",
        "friends.get {\"source\":\"$somebody\",\"dest\":\"$somebody\"}",
        "friends.get {\"dest\":\"$somebody\"}"
      })
  void whatIsSaidOfOthersIsPublishedAlike(String said) throws Exception {
    assertSame(said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "friends.hopStream* {\"live\":true}",
        "friends.hopStream* {\"live\":true,\"old\":false}",
        "friends.hopStream* {\"old\":false}",
        "friends.createFriendStream*",
        "friends.createFriendStream* {\"meta\":true}",
        "friends.createFriendStream* {\"live\":true,\"meta\":true}",
        "friends.createFriendStream* {\"live\":true,\"old\":false}",
        "friends.stream*"
      })
  void theGraphIsStreamedAlike(String said) throws Exception {
    List<Object> told = new ArrayList<>();
    Json other = Json.of("@" + String.valueOf(nextLetter++).repeat(42) + "A=.ed25519");
    for (Program program : both()) {
      program.call("friends.follow", Json.of(SOMEBODY), JsonObject.of());
      Said call = said(said);
      CompletableFuture<Json> stream = program.untilQuiet(2_000, call.method(), call.arguments());
      program.call("friends.hops"); // the stream is open by now
      program.call("friends.block", other, JsonObject.of());
      String me = object(program.call("whoami")).string("id").orElseThrow();
      told.add(sorted(options(stream.get(20, TimeUnit.SECONDS).toString().replace(me, "@me"))));
    }
    assertThat(told.get(0)).isEqualTo(told.get(1));
  }

  /// With keys in one order, since that of maps of feeds means nothing.
  private static Json sorted(Json json) {
    return switch (json) {
      case JsonObject object -> {
        JsonObject.Builder sorted = JsonObject.builder();
        object.keys().stream()
            .sorted()
            .forEach(key -> sorted.put(key, sorted(object.get(key).orElseThrow())));
        yield sorted.build();
      }
      case JsonArray(List<Json> items) ->
          new JsonArray(items.stream().map(SsbClientCallsTest::sorted).toList());
      default -> json;
    };
  }

  private static void assertSame(String said) throws Exception {
    Said call = said(said);
    Object ours = answer(ourProgram, call);
    assertThat(ours).isEqualTo(answer(theirProgram, call));
  }

  /// @param isStream marked by a star
  private record Said(String method, boolean isStream, List<Json> arguments) {}

  private static Said said(String said) throws Exception {
    String[] words = said.split(" ", 2);
    String json =
        words.length == 1
            ? ""
            : words[1]
                .replace("$blob", BLOB)
                .replace("$none", NO_BLOB)
                .replace("$somebody", SOMEBODY)
                .replace(" ", ",");
    return new Said(
        words[0].replace("*", ""),
        words[0].endsWith("*"),
        ((JsonArray) options("[" + json + "]")).items());
  }

  private static Object answer(Program program, Said call) throws Exception {
    Json[] arguments = call.arguments().toArray(Json[]::new);
    if (!call.isStream()) {
      return answer(program, call.method(), arguments);
    }
    JsonObject came =
        object(
            program.untilQuiet(1_000, call.method(), call.arguments()).get(20, TimeUnit.SECONDS));
    return came.string("error").isPresent() ? REFUSED : shape(came);
  }

  private static Object answer(Program program, String method, Json... arguments) throws Exception {
    try {
      return shape(program.call(method, arguments));
    } catch (IOException refused) {
      return REFUSED;
    }
  }

  /// The same with what is different for everybody put as its kind.
  private static Json shape(Json json) {
    return switch (json) {
      case JsonObject object -> {
        JsonObject.Builder shape = JsonObject.builder();
        object.keys().stream()
            .sorted()
            .filter(key -> !MEASURED.contains(key))
            .forEach(key -> shape.put(kind(key), shape(object.get(key).orElseThrow())));
        yield shape.build();
      }
      case JsonArray(List<Json> items) ->
          new JsonArray(items.stream().map(SsbClientCallsTest::shape).toList());
      case JsonNumber(double number) -> number < 1_000 ? json : Json.of("a time");
      case JsonString text -> Json.of(kind(json.asString().orElseThrow()));
      case JsonBool bool -> bool;
      case JsonNull none -> none;
    };
  }

  private static String kind(String text) {
    return text.replaceAll("\\S+\\.box", "sealed")
        .replaceAll("[A-Za-z0-9+/]{43,86}={0,2}", "KEY")
        .replaceAll("(?<=127\\.0\\.0\\.1:)\\d+", "PORT")
        .replaceAll("example\\.org:\\d+", "example.org:PORT");
  }
}
