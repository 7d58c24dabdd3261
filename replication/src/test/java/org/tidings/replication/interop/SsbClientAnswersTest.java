package org.tidings.replication.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidings.replication.interop.SsbClientTest.object;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        "messagesByType \"post\"",
        "messagesByType {\"type\":\"post\",\"limit\":3,\"reverse\":true}",
        "messagesByType {\"type\":\"contact\",\"keys\":false}",
        "messagesByType {\"type\":\"contact\",\"values\":false}",
        "messagesByType {\"type\":\"post\",\"private\":true,\"reverse\":true}",
        "messagesByType {\"type\":\"no such type\"}"
      })
  void streams(String said) throws Exception {
    Said call = said(said);

    assertThat(normal(ourProgram.source(call.method(), call.arguments())))
        .isEqualTo(normal(theirProgram.source(call.method(), call.arguments())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "whoami",
        "get \"$secret\"",
        "get {\"id\":\"$secret\",\"private\":true}",
        "get {\"id\":\"$secret\",\"private\":true,\"meta\":true}",
        "get {\"id\":\"$secret\",\"meta\":true}",
        "getLatest \"$me\"",
        "getLatest \"$somebody\"",
        "latestSequence \"$somebody\"",
        "getVectorClock",
        "friends.isFollowing {\"source\":\"$me\",\"dest\":\"$somebody\"}",
        "friends.isFollowing {\"source\":\"$me\",\"dest\":\"$blocked\"}",
        "friends.isFollowing {\"source\":\"$blocked\",\"dest\":\"$me\"}",
        "friends.isFollowing {}",
        "friends.isBlocking {\"source\":\"$me\",\"dest\":\"$blocked\"}",
        "friends.isBlocking {\"source\":\"$me\",\"dest\":\"$somebody\"}",
        "friends.get",
        "friends.get {\"source\":\"$me\"}",
        "friends.get {\"source\":\"$me\",\"dest\":\"$blocked\"}",
        "friends.hops",
        "friends.hops {\"max\":1}",
        "friends.hops {\"start\":\"$somebody\"}"
      })
  void answers(String said) throws Exception {
    Said call = said(said);

    assertThat(normal(ourProgram.call(call.method(), call.arguments())))
        .isEqualTo(normal(theirProgram.call(call.method(), call.arguments())));
  }

  private record Said(String method, List<Json> given) {
    Json[] arguments() {
      return given.toArray(Json[]::new);
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
