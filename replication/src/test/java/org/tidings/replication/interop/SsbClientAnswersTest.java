package org.tidings.replication.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tidings.replication.interop.SsbClientTest.object;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.Corpus;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.replication.TestPeer;

/// The same person's peer with the same messages, once ssb-server and once ours, answers the same
/// calls alike. What cannot be alike is left out: when a message came, and the key that opens a
/// single private message.
@RequiresNpmPeers
@Timeout(180)
class SsbClientAnswersTest {
  private static final int FROM_OTHERS = 120;
  private static final String SOMEBODY = "@vpvovRjxSo4Qwp1RWODLIuewgE2eqcB7AUD6GwMdfno=.ed25519";
  private static final String BLOCKED = "@iA6bW4FqEq1oqns42cOxX7Dbulx1cFNaczhhuNlWAII=.ed25519";

  @TempDir private static Path temp;
  private static NpmPeer theirs;
  private static TestPeer ours;
  private static Program theirProgram;
  private static Program ourProgram;
  private static String me;
  private static String secret;

  @BeforeAll
  static void giveBothTheSame() throws Exception {
    Path folder = temp.resolve("theirs");
    theirs = NpmPeer.start(NpmPeer.Kind.LEGACY, "--dir", folder.toString(), "--hops", "2");
    me = theirs.id().toString();
    theirProgram = Program.of(theirs, folder);
    theirProgram.call("publish", SsbClientTest.post("one"));
    theirs.tell("follow", "id", SOMEBODY);
    theirs.tell("block", "id", BLOCKED);
    Json readers = new JsonArray(List.of(Json.of(me)));
    Json sealed = theirProgram.call("publish", SsbClientTest.post("psst").with("recps", readers));
    secret = object(sealed).string("key").orElseThrow();
    for (byte[] value : Corpus.values().subList(0, FROM_OTHERS)) {
      theirs.tell("add", JsonObject.of("value", Json.parse(value)));
    }

    Path data = Files.createDirectories(temp.resolve("ours/data"));
    Files.copy(folder.resolve("secret"), data.resolve("secret"));
    ours = TestPeer.start(temp.resolve("ours"));
    ours.feeds().gate().override();
    List<byte[]> log = new ArrayList<>();
    for (Json message : theirProgram.source("createLogStream")) {
      log.add(JsonWriter.compact(object(message).get("value").orElseThrow()));
    }
    TempFeeds.ingest(ours.feeds(), log, TempFeeds.IMPORT);
    ourProgram = Program.of(ours, temp.resolve("ours"));
  }

  @AfterAll
  static void stop() throws Exception {
    ourProgram.close();
    ours.close();
    theirProgram.close();
    theirs.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "createLogStream",
        "createLogStream {\"limit\":3}",
        "createLogStream {\"limit\":0}",
        "createLogStream {\"limit\":-1,\"values\":false}",
        "createLogStream {\"reverse\":true,\"limit\":5}",
        "createLogStream {\"keys\":false,\"limit\":2}",
        "createLogStream {\"keys\":false,\"values\":false,\"limit\":2}",
        "createLogStream {\"private\":true}",
        "createLogStream {\"private\":true,\"keys\":false,\"reverse\":true}",
        "createUserStream {\"id\":\"$me\"}",
        "createUserStream {\"id\":\"$me\",\"gt\":1,\"lte\":3}",
        "createUserStream {\"id\":\"$me\",\"gte\":2,\"lt\":4,\"reverse\":true,\"values\":false}",
        "createUserStream {\"id\":\"$me\",\"gt\":2,\"limit\":1,\"private\":true}",
        "createUserStream {\"id\":\"$somebody\",\"reverse\":true,\"limit\":3}",
        "createUserStream {\"id\":\"$somebody\",\"gt\":1000}",
        "createHistoryStream {\"id\":\"$somebody\",\"seq\":3,\"keys\":false}",
        "createHistoryStream {\"id\":\"$somebody\",\"sequence\":2,\"limit\":2}",
        "createHistoryStream {\"id\":\"$somebody\",\"seq\":0,\"limit\":2}",
        "createHistoryStream {\"id\":\"$somebody\",\"seq\":2,\"reverse\":true,\"limit\":2}",
        "createUserStream {\"id\":\"$me\",\"limit\":0}",
        "createUserStream {\"id\":\"$me\",\"keys\":false,\"values\":false}",
        "createUserStream {\"id\":\"$me\",\"private\":true,\"keys\":false}",
        "createLogStream {\"gt\":0,\"limit\":2}",
        "createLogStream {\"lt\":0}",
        "createLogStream {\"gt\":-5,\"limit\":1}",
        "createLogStream {\"gte\":1,\"limit\":2,\"reverse\":true}",
        "createLogStream {\"private\":true,\"meta\":true,\"limit\":3}",
        "createLogStream {\"seqs\":true,\"limit\":1}",
        "createLogStream {\"keys\":0,\"limit\":1}",
        "createLogStream {\"reverse\":1,\"limit\":1}",
        "messagesByType \"post\"",
        "messagesByType {\"type\":\"post\",\"gt\":0,\"limit\":2}",
        "messagesByType {\"type\":\"post\",\"lt\":1,\"limit\":2}",
        "messagesByType {\"type\":\"post\",\"limit\":0}",
        "messagesByType {\"type\":\"post\",\"keys\":false,\"values\":false,\"limit\":2}",
        "messagesByType {\"type\":\"post\",\"limit\":3,\"reverse\":true}",
        "messagesByType {\"type\":\"contact\",\"keys\":false}",
        "messagesByType {\"type\":\"contact\",\"values\":false}",
        "messagesByType {\"type\":\"post\",\"private\":true,\"reverse\":true}",
        "messagesByType {\"type\":\"no such type\"}"
      })
  void streams(String said) throws Exception {
    Said call = said(said);

    assertThat(normal(call.streamOn(ourProgram))).isEqualTo(normal(call.streamOn(theirProgram)));
  }

  /// Theirs come in the order of the ids, ours in that in which the messages came.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "links {}",
        "links {\"source\":\"$me\"}",
        "links {\"source\":\"$me\",\"private\":true,\"values\":true}",
        "links {\"source\":\"$me\",\"dest\":\"$somebody\",\"keys\":false}",
        "links {\"source\":\"@\",\"dest\":\"feed\",\"rel\":\"contact\",\"values\":true}",
        "links {\"dest\":\"$somebody\",\"reverse\":true}",
        "links {\"dest\":\"&\",\"meta\":false}",
        "links {\"dest\":\"%\",\"meta\":false,\"values\":true}",
        "links {\"dest\":\"%\",\"meta\":false,\"keys\":false,\"values\":true}",
        "links {\"rel\":\"mentions\",\"limit\":1}",
        "links {\"rel\":\"no such name\"}"
      })
  void links(String said) throws Exception {
    Said call = said(said);

    assertThat(normal(call.streamOn(ourProgram)))
        .containsExactlyInAnyOrderElementsOf(normal(call.streamOn(theirProgram)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "links",
        "links {\"source\":\"nonsense\"}",
        "links {\"meta\":false,\"keys\":false}"
      })
  void bothRefuseToStream(String said) throws Exception {
    Said call = said(said);

    for (Program program : List.of(ourProgram, theirProgram)) {
      assertThatThrownBy(() -> call.streamOn(program)).isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "whoami",
        "whoami {}",
        "get \"$secret\"",
        "get {\"id\":\"$secret\",\"private\":true}",
        "get {\"id\":\"$secret\",\"private\":true,\"meta\":true}",
        "get {\"id\":\"$secret\",\"meta\":true}",
        "get {\"id\":\"$secret\",\"raw\":true}",
        "getLatest \"$me\"",
        "getLatest \"$somebody\"",
        "latestSequence \"$somebody\"",
        "getVectorClock",
        "friends.isFollowing {\"source\":\"$me\",\"dest\":\"$somebody\"}",
        "friends.isFollowing {\"source\":\"$me\",\"dest\":\"$blocked\"}",
        "friends.isFollowing {\"source\":\"$blocked\",\"dest\":\"$me\"}",
        "friends.isFollowing {\"source\":\"$me\",\"dest\":\"$somebody\",\"details\":true}",
        "friends.isFollowing {}",
        "friends.isFollowing {\"source\":\"nonsense\",\"dest\":\"$me\"}",
        "friends.isBlocking {\"source\":\"$me\",\"dest\":\"$blocked\",\"details\":true}",
        "friends.isBlocking {}",
        "friends.isBlocking {\"source\":\"$me\",\"dest\":\"$blocked\"}",
        "friends.isBlocking {\"source\":\"$me\",\"dest\":\"$somebody\"}",
        "friends.get",
        "friends.get {\"source\":\"$me\"}",
        "friends.get {\"source\":\"$me\",\"dest\":\"$blocked\"}",
        "friends.get {\"dest\":\"$me\"}",
        "friends.hops",
        "friends.hops \"$somebody\"",
        "friends.hops {\"reverse\":true}",
        "friends.hops {\"start\":\"$me\",\"max\":2}",
        "friends.hops {\"max\":1}",
        "friends.hops {\"start\":\"$somebody\"}"
      })
  void answers(String said) throws Exception {
    Said call = said(said);

    assertThat(normal(call.on(ourProgram))).isEqualTo(normal(call.on(theirProgram)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "get",
        "get \"nonsense\"",
        "get \"%vpvovRjxSo4Qwp1RWODLIuewgE2eqcB7AUD6GwMdfno=.sha256\"",
        "getLatest",
        "getLatest \"nonsense\"",
        "latestSequence",
        "latestSequence \"nonsense\"",
        "publish {\"text\":\"no type\"}",
        "publish {\"type\":\"x\"}",
        "publish {}",
        "publish null",
        "publish 5",
        "private.unbox {\"content\":\"x.box\"}",
        "blobs.size \"nonsense\"",
        "invite.use {\"feed\":\"$somebody\"}"
      })
  void bothRefuse(String said) throws Exception {
    Said call = said(said);

    for (Program program : List.of(ourProgram, theirProgram)) {
      assertThatThrownBy(() -> call.on(program)).isInstanceOf(IOException.class);
    }
  }

  /// Where ssb-server finds nothing of what is no feed.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "friends.get {\"source\":\"nonsense\"}",
        "friends.get {\"dest\":\"nonsense\"}",
        "friends.hops {\"start\":\"nonsense\"}"
      })
  void nobodyIsTakenForAll(String said) throws Exception {
    assertThat(normal(said(said).on(theirProgram)).toString()).doesNotContain("true");
    assertThatThrownBy(() -> said(said).on(ourProgram)).hasMessageContaining("feedId");
  }

  /// Whoever wants nothing that is stored wants what comes.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "createLogStream {\"old\":false}",
        "createUserStream {\"id\":\"$me\",\"old\":false}",
        "messagesByType {\"type\":\"post\",\"old\":false}"
      })
  void bothStayOpen(String said) throws Exception {
    Said call = said(said);

    for (Program program : List.of(ourProgram, theirProgram)) {
      Json came =
          program.untilQuiet(500, call.method(), call.arguments()).get(20, TimeUnit.SECONDS);
      assertThat(came).isEqualTo(Json.parse("{\"items\":[],\"ended\":false}"));
    }
  }

  private record Said(String method, List<Json> arguments) {
    Json on(Program program) throws Exception {
      return program.call(method, arguments.toArray(Json[]::new));
    }

    List<Json> streamOn(Program program) throws Exception {
      return program.source(method, arguments.toArray(Json[]::new));
    }
  }

  private static Said said(String said) throws Exception {
    String[] words = said.split(" ", 2);
    if (words.length == 1) {
      return new Said(words[0], List.of());
    }
    String json =
        words[1]
            .replace("$me", me)
            .replace("$somebody", SOMEBODY)
            .replace("$blocked", BLOCKED)
            .replace("$secret", secret);
    return new Said(words[0], List.of(Json.parse(json)));
  }

  private static List<Json> normal(List<Json> all) {
    return all.stream().map(SsbClientAnswersTest::normal).toList();
  }

  /// Keys in one order, since that of maps of feeds means nothing.
  private static Json normal(Json json) {
    if (!(json instanceof JsonObject object)) {
      return json;
    }
    JsonObject.Builder normal = JsonObject.builder();
    boolean whole = object.has("key") && object.has("value");
    object.keys().stream()
        .sorted()
        .filter(key -> !(whole && key.equals("timestamp")) && !key.equals("unbox"))
        .forEach(key -> normal.put(key, normal(object.get(key).orElseThrow())));
    return normal.build();
  }
}
