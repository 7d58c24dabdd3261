package org.tidings.replication.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.Corpus;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.blob.Blob;
import org.tidings.feed.content.Contact;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonBool;
import org.tidings.feed.json.JsonNull;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.BlobId;
import org.tidings.replication.TestPeer;

/// What a program sees of us through npm's `ssb-client`.
@RequiresNpmPeers
@Timeout(120)
class SsbClientTest {
  private static final String SOMEBODY = "@" + "A".repeat(43) + "=.ed25519";

  @TempDir private Path temp;
  private TestPeer ours;
  private Program program;

  @BeforeEach
  void start() throws Exception {
    ours = TestPeer.start(temp);
    program = Program.of(ours, temp);
  }

  @AfterEach
  void stop() throws Exception {
    program.close();
    ours.close();
  }

  @Test
  void whatIsPublishedIsOnDiskAndToldWhole() throws Exception {
    JsonObject told = object(program.call("publish", post("hello")));

    assertThat(told.keys()).containsExactly("key", "value", "timestamp");
    assertThat(program.call("get", told.get("key").orElseThrow()))
        .isEqualTo(told.get("value").orElseThrow());
    assertThat(ours.feeds().log().count()).isEqualTo(1);
    assertThat(program.call("whoami"))
        .isEqualTo(JsonObject.of("id", Json.of(ours.id().toString())));
    assertThat(object(program.call("getLatest", me())).get("key")).isEqualTo(told.get("key"));
    assertThat(program.call("latestSequence", me())).isEqualTo(Json.of(1));
    assertThat(program.call("getLatest", Json.of(SOMEBODY))).isEqualTo(JsonBool.FALSE);
    assertThatThrownBy(() -> program.call("latestSequence", Json.of(SOMEBODY)))
        .hasMessage("not found:" + SOMEBODY);
  }

  @Test
  void contentWithReadersNeverGoesOutInTheOpen() throws Exception {
    JsonObject secret = post("psst").with("recps", new JsonArray(List.of(me())));

    JsonObject told = object(program.call("publish", secret));
    String sealed = object(told.get("value").orElseThrow()).string("content").orElseThrow();
    assertThat(sealed).endsWith(".box");
    assertThat(program.call("private.unbox", Json.of(sealed))).isEqualTo(secret);

    Json alike = program.call("private.publish", secret, new JsonArray(List.of(me())));
    assertThat(object(object(alike).get("value").orElseThrow()).string("content")).isPresent();

    Json nobody = post("psst").with("recps", new JsonArray(List.of(Json.of("nobody"))));
    assertThatThrownBy(() -> program.call("publish", nobody)).hasMessageContaining("readers");
    assertThatThrownBy(
            () -> program.call("publish", post("x").with("recps", new JsonArray(List.of()))))
        .isInstanceOf(Exception.class);
    assertThat(ours.feeds().log().count()).isEqualTo(2);
    assertThat(program.call("private.unbox", Json.of("c2VjcmV0.box"))).isEqualTo(JsonBool.FALSE);
  }

  @Test
  void whatSomebodyBlockedWroteIsToldToUsAlone() throws Exception {
    SomeFeed ann = SomeFeed.of("ann");
    ann.post("hello");
    TempFeeds.ingest(ours.feeds(), ann.values(), TempFeeds.IMPORT);
    ours.feeds().publisher().publish(Contact.block(ann.id()).toJson());

    assertThat(
            program.source(
                "createHistoryStream", JsonObject.of("id", Json.of(ann.id().toString()))))
        .hasSize(1);
  }

  @Test
  void whatAProgramHasSealedItselfIsPublishedAsItIs() throws Exception {
    JsonObject told = object(program.call("publish", Json.of("c2VjcmV0.box")));

    assertThat(object(told.get("value").orElseThrow()).string("content")).hasValue("c2VjcmV0.box");
  }

  @Test
  void whilePublishingIsHeldNothingIsWrittenAndNothingUnreleasedLeaves() throws Exception {
    program.call("publish", post("early"));
    ours.feeds().gate().keyInUseElsewhere();
    assertThatThrownBy(() -> program.call("publish", post("late"))).hasMessageContaining("key");

    assertThat(ours.feeds().log().count()).isEqualTo(1);
  }

  @Test
  void liveStreamsGoOnWithWhatComesIn() throws Exception {
    program.call("publish", post("old"));
    CompletableFuture<List<Json>> all =
        program.first(3, "createLogStream", options("{\"live\":true}"));
    CompletableFuture<List<Json>> fresh =
        program.first(1, "createUserStream", liveOf(ours.id().toString()));
    CompletableFuture<List<Json>> typed =
        program.first(
            1, "messagesByType", options("{\"type\":\"vote\",\"live\":true,\"old\":false}"));
    CompletableFuture<List<Json>> hops =
        program.first(2, "friends.hopStream", options("{\"live\":true}"));
    Thread.sleep(500); // the streams are open before there is something new

    program.call("publish", post("new"));
    program.call("publish", options("{\"type\":\"vote\",\"vote\":{}}"));
    program.call("publish", follow(SOMEBODY));

    List<Json> came = all.get(30, TimeUnit.SECONDS);
    assertThat(text(came.get(0))).isEqualTo("old");
    assertThat(came.get(1)).isEqualTo(JsonObject.of("sync", JsonBool.TRUE));
    assertThat(text(came.get(2))).isEqualTo("new");
    assertThat(text(fresh.get(30, TimeUnit.SECONDS).getFirst())).isEqualTo("new");
    assertThat(typed.get(30, TimeUnit.SECONDS)).hasSize(1);
    assertThat(hops.get(30, TimeUnit.SECONDS).get(1))
        .isEqualTo(JsonObject.of(SOMEBODY, Json.of(1)));
  }

  @Test
  void whoGoesOnFromTheLastTimeMissesNothing() throws Exception {
    Collection<byte[]> values = Corpus.values().subList(0, 300);
    TempFeeds.ingest(ours.feeds(), values, TempFeeds.IMPORT);
    List<Json> all = program.source("createLogStream", options("{\"values\":false}"));
    assertThat(all).hasSize(300);

    List<Json> paged = new ArrayList<>();
    double last = 0;
    List<Json> page = after(last);
    while (!page.isEmpty()) {
      page.forEach(message -> paged.add(object(message).get("key").orElseThrow()));
      last = object(page.getLast()).number("timestamp").orElseThrow();
      page = after(last);
    }
    assertThat(paged).isEqualTo(all);

    double end = last;
    List<Json> backwards =
        program.source(
            "createLogStream",
            object(options("{\"reverse\":true,\"values\":false}")).with("lte", Json.of(end)));
    assertThat(backwards.reversed()).isEqualTo(all);
  }

  private List<Json> after(double time) throws Exception {
    return program.source(
        "createLogStream", object(options("{\"limit\":7}")).with("gt", Json.of(time)));
  }

  @Test
  void blobsAreAddedReadListedAndRemoved() throws Exception {
    String id = program.add("hello world".getBytes(StandardCharsets.UTF_8));

    assertThat(id).isEqualTo("&uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek=.sha256");
    awaitBlob(id);
    assertThat(program.call("blobs.size", Json.of(id))).isEqualTo(Json.of(11));
    assertThat(Program.text(program.source("blobs.get", Json.of(id)))).isEqualTo("hello world");
    JsonObject slice = JsonObject.builder().put("id", id).put("start", 1L).put("end", 4L).build();
    assertThat(Program.text(program.source("blobs.getSlice", slice))).isEqualTo("ell");
    assertThat(program.source("blobs.ls")).containsExactly(Json.of(id));
    assertThat(object(program.source("blobs.ls", options("{\"meta\":true}")).getFirst()).keys())
        .containsExactly("id", "size", "ts");
    assertThat(program.call("blobs.meta", Json.of(id)))
        .isEqualTo(program.source("blobs.ls", options("{\"meta\":true}")).getFirst());

    String large = program.add(new byte[300_000]);
    awaitBlob(large);
    assertThat(program.call("blobs.size", Json.of(large))).isEqualTo(Json.of(300_000));

    program.call("blobs.rm", Json.of(id));
    assertThat(program.call("blobs.has", Json.of(id))).isEqualTo(JsonBool.FALSE);
    assertThat(program.call("blobs.size", Json.of(id))).isEqualTo(JsonNull.NULL);
  }

  /// `ssb-client` says that it is done when it has sent the last piece.
  private void awaitBlob(String id) {
    await().until(() -> program.call("blobs.has", Json.of(id)).equals(JsonBool.TRUE));
  }

  @Test
  void aWantIsAnsweredWhenTheBlobHasCome() throws Exception {
    try (TestPeer friend = TestPeer.start(temp.resolve("friend"))) {
      Blob picture = friend.feeds().blobs().add(new ByteArrayInputStream(new byte[70_000]));
      program.call("conn.connect", Json.of(friend.address().toString()));

      assertThat(program.call("blobs.want", Json.of(picture.id().toString())))
          .isEqualTo(JsonBool.TRUE);
      assertThat(ours.feeds().blobs().has(picture.id())).isTrue();
    }
  }

  @Test
  void whatIsPushedIsTakenByAFriend() throws Exception {
    try (TestPeer friend = TestPeer.start(temp.resolve("friend"))) {
      friend.feeds().publisher().publish(Contact.follow(ours.id()).toJson());
      program.call("conn.connect", Json.of(friend.address().toString()));
      String id = program.add(new byte[70_000]);
      awaitBlob(id);

      program.call("blobs.push", Json.of(id));
      await().until(() -> friend.feeds().blobs().has(BlobId.parse(id).orElseThrow()));
    }
  }

  @Test
  void peersAreTold() throws Exception {
    assertThat(program.call("gossip.peers")).isEqualTo(new JsonArray(List.of()));
    assertThat(program.first(1, "conn.peers").get(30, TimeUnit.SECONDS))
        .containsExactly(new JsonArray(List.of()));
    CompletableFuture<List<Json>> two = program.first(2, "conn.peers");
    try (TestPeer friend = TestPeer.start(temp.resolve("friend"))) {
      program.call("conn.connect", Json.of(friend.address().toString()));
      List<Json> told = two.get(30, TimeUnit.SECONDS);

      assertThat(told.getLast().toString()).contains(friend.id().toString());
      await()
          .untilAsserted(
              () ->
                  assertThat(program.call("gossip.peers").toString())
                      .contains(friend.address().toString())
                      .contains("\"state\":\"connected\""));
    }
    await()
        .untilAsserted(
            () ->
                assertThat(program.call("gossip.peers").toString())
                    .contains("\"source\":\"manual\"")
                    .doesNotContain("connected"));
  }

  @Test
  void statusTellsThatTheIndexesAreThere() throws Exception {
    program.call("publish", post("one"));

    await()
        .untilAsserted(
            () ->
                assertThat(object(program.call("status")).object("sync").orElseThrow().bool("sync"))
                    .hasValue(true));
  }

  private Json me() {
    return Json.of(ours.id().toString());
  }

  private static String text(Json message) {
    return object(message)
        .object("value")
        .flatMap(value -> value.object("content"))
        .flatMap(content -> content.string("text"))
        .orElseThrow();
  }

  private static Json liveOf(String id) {
    return JsonObject.builder().put("id", id).put("live", true).put("old", false).build();
  }

  private static Json follow(String id) {
    return JsonObject.builder()
        .put("type", "contact")
        .put("contact", id)
        .put("following", true)
        .build();
  }

  static Json options(String json) throws Exception {
    return Json.parse(json);
  }

  static JsonObject object(Json json) {
    return json.asObject().orElseThrow();
  }

  static JsonObject post(String text) {
    return JsonObject.builder().put("type", "post").put("text", text).build();
  }
}
