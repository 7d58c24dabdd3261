package org.tidings.replication.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidings.crypto.hash.Sha256;
import org.tidings.feed.blob.Blob;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.ref.BlobId;
import org.tidings.replication.TestPeer;
import org.tidings.replication.blob.BlobStatus;

/// Blobs go both ways between us and the existing peers, and through us.
@RequiresNpmPeers
class BlobTest {

  private static final int SIZE = 300_000;

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("org.tidings.replication.interop.Encounter#all")
  void aBlobThatAFriendMentionsComesToUs(Encounter encounter) throws Exception {
    try (Meeting meeting = encounter.begin(folder).befriend().connect()) {
      BlobId blob = theyAdd(meeting, "theirs");
      mention(meeting, blob);
      awaitOurs(meeting.ours, blob);
      assertThat(meeting.ours.feeds().blobs().size(blob)).hasValue(SIZE);
    }
  }

  @ParameterizedTest
  @MethodSource("org.tidings.replication.interop.Encounter#all")
  void aBlobOfOursComesToWhoeverWantsIt(Encounter encounter) throws Exception {
    try (Meeting meeting = encounter.begin(folder).befriend().connect()) {
      BlobId blob = weAdd(meeting.ours, "ours");
      assertThat(theyWant(meeting.theirs, blob).get()).isNotNull();
      assertThat(sizeAt(meeting.theirs, blob)).isEqualTo("200000");
    }
  }

  @ParameterizedTest
  @MethodSource("org.tidings.replication.interop.Encounter#all")
  void whatIsWantedBeforeItIsThereComesWhenItIs(Encounter encounter) throws Exception {
    try (Meeting meeting = encounter.begin(folder).befriend().connect()) {
      BlobId blob =
          BlobId.parse("&uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek=.sha256").orElseThrow();
      CompletableFuture<Json> wanted = theyWant(meeting.theirs, blob);
      meeting
          .ours
          .feeds()
          .blobs()
          .add(new ByteArrayInputStream("hello world".getBytes(StandardCharsets.UTF_8)));
      assertThat(wanted.get()).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("org.tidings.replication.interop.Encounter#all")
  void whatWeWantBeforeTheyHaveItComesWhenTheyDo(Encounter encounter) throws Exception {
    try (Meeting meeting = encounter.begin(folder).befriend().connect()) {
      byte[] bytes = "not there yet".getBytes(StandardCharsets.UTF_8);
      BlobId blob = BlobId.of(Sha256.of(bytes));
      meeting.ours.replication().blobs().want(blob);
      await()
          .atMost(Meeting.PATIENCE)
          .until(
              () ->
                  meeting.ours.replication().blobs().status(blob).equals(new BlobStatus.Asking(1)));

      String base64 = Base64.getEncoder().encodeToString(bytes);
      meeting.theirs.tell("addBlob", "base64", base64);

      awaitOurs(meeting.ours, blob);
    }
  }

  @ParameterizedTest
  @MethodSource("org.tidings.replication.interop.Encounter#all")
  void whatAFriendWantsIsFetchedForItFromAnother(Encounter encounter) throws Exception {
    try (Meeting meeting = encounter.begin(folder).befriend().connect();
        TestPeer far = TestPeer.start(folder.resolve("far"))) {
      meeting.awaitOurs(meeting.theirs.id(), 1);
      far.connect(meeting.ours.address());
      BlobId blob = weAdd(far, "far away");
      assertThat(theyWant(meeting.theirs, blob).get()).isNotNull();
      awaitOurs(meeting.ours, blob);
    }
  }

  @ParameterizedTest
  @EnumSource(NpmPeer.Kind.class)
  void oursAreServedWholeAndInSlicesByEveryWording(NpmPeer.Kind kind) throws Exception {
    try (Meeting meeting = new Encounter(kind, Encounter.Dialler.THEY).begin(folder).connect()) {
      String blob = weAdd(meeting.ours, "ours").toString();
      assertThat(bytes(source(meeting, "blobs.get", Json.of(blob)))).isEqualTo(200_000);
      for (String name : new String[] {"key", "hash", "id"}) {
        JsonObject query = JsonObject.builder().put(name, blob).put("size", 200_000).build();
        assertThat(bytes(source(meeting, "blobs.get", query))).isEqualTo(200_000);
      }
      JsonObject slice =
          JsonObject.builder().put("key", blob).put("start", 5).put("end", 70_005).build();
      assertThat(bytes(source(meeting, "blobs.getSlice", slice))).isEqualTo(70_000);
      JsonObject small = JsonObject.builder().put("key", blob).put("max", 1000).build();
      assertThatThrownBy(() -> source(meeting, "blobs.get", small))
          .hasMessageContaining("larger than you wanted");
      String other = BlobId.of(new byte[32]).toString();
      assertThatThrownBy(() -> source(meeting, "blobs.get", Json.of(other)))
          .hasMessageContaining("could not get blob");
      JsonArray both = JsonArray.of(Json.of(blob), Json.of(other));
      assertThat(JsonWriter.compactText(call(meeting, "blobs.has", "async", both)))
          .isEqualTo("[true,false]");
    }
  }

  /// What is too large is offered by old peers only; new ones take none in.
  @ParameterizedTest
  @MethodSource("org.tidings.replication.interop.Encounter#all")
  void theSmallestAndTheLargestGoBothWaysAndNoneThatIsLarger(Encounter encounter) throws Exception {
    try (Meeting meeting = encounter.begin(folder).befriend().connect()) {
      for (int size : new int[] {1, (int) Blob.LARGEST_OWN}) {
        BlobId theirs = theyAdd(meeting, "theirs", size);
        meeting.ours.replication().blobs().want(theirs);
        awaitOurs(meeting.ours, theirs);
        BlobId ours =
            meeting.ours.feeds().blobs().add(new ByteArrayInputStream(new byte[size])).id();
        assertThat(theyWant(meeting.theirs, ours).get()).isNotNull();
      }
      if (encounter.kind() == NpmPeer.Kind.LEGACY) {
        BlobId larger = theyAdd(meeting, "larger", (int) Blob.LARGEST + 1);
        meeting.ours.replication().blobs().want(larger);
        await()
            .atMost(Meeting.PATIENCE)
            .until(
                () ->
                    meeting.ours.replication().blobs().status(larger)
                        instanceof BlobStatus.TooLarge);
      }
    }
  }

  private static BlobId theyAdd(Meeting meeting, String seed) throws Exception {
    return theyAdd(meeting, seed, SIZE);
  }

  private static BlobId theyAdd(Meeting meeting, String seed, int size) throws Exception {
    JsonObject what = JsonObject.builder().put("size", size).put("seed", seed).build();
    JsonObject added = meeting.theirs.tell("addBlob", what).asObject().orElseThrow();
    return BlobId.parse(added.string("id").orElseThrow()).orElseThrow();
  }

  private static BlobId weAdd(TestPeer peer, String seed) throws Exception {
    byte[] bytes = seed.repeat(200_000).substring(0, 200_000).getBytes(StandardCharsets.UTF_8);
    return peer.feeds().blobs().add(new ByteArrayInputStream(bytes)).id();
  }

  private static void mention(Meeting meeting, BlobId blob) throws Exception {
    JsonObject mention = JsonObject.builder().put("link", blob.toString()).build();
    JsonObject post =
        JsonObject.builder()
            .put("type", "post")
            .put("text", "a picture")
            .put("mentions", JsonArray.of(mention))
            .build();
    meeting.theirs.tell("publish", JsonObject.of("content", post));
  }

  private static CompletableFuture<Json> theyWant(NpmPeer theirs, BlobId blob) throws Exception {
    return theirs.ask("wantBlob", JsonObject.of("id", Json.of(blob.toString())));
  }

  private static String sizeAt(NpmPeer theirs, BlobId blob) throws Exception {
    return JsonWriter.compactText(theirs.tell("blobSize", "id", blob.toString()));
  }

  private static void awaitOurs(TestPeer ours, BlobId blob) {
    await().atMost(Meeting.PATIENCE).until(() -> ours.feeds().blobs().has(blob));
  }

  private static JsonArray source(Meeting meeting, String method, Json argument) throws Exception {
    return call(meeting, method, "source", argument)
        .asObject()
        .orElseThrow()
        .array("items")
        .orElseThrow();
  }

  private static long bytes(JsonArray items) {
    return items.items().stream()
        .map(item -> item.asObject().flatMap(piece -> piece.string("base64")).orElseThrow())
        .mapToLong(base64 -> Base64.getDecoder().decode(base64).length)
        .sum();
  }

  private static Json call(Meeting meeting, String method, String type, Json argument)
      throws Exception {
    return meeting.theirs.tell(
        "rpc",
        JsonObject.builder()
            .put("peer", meeting.ours.id().toString())
            .put("method", method)
            .put("type", type)
            .put("args", JsonArray.of(argument))
            .put("quiet", 3000)
            .build());
  }
}
