package org.tidings.replication.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidings.feed.blob.BlobLink;
import org.tidings.feed.content.Content;
import org.tidings.feed.content.Mentions;
import org.tidings.feed.content.Place;
import org.tidings.feed.content.Post;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.BlobId;

/// Blobs that are pushed, in the open and encrypted, go both ways between us and the existing
/// peers.
@RequiresNpmPeers
class SealedBlobTest {

  private static final byte[] PLAIN =
      "a picture for you alone ".repeat(2_000).getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("org.tidings.replication.interop.Encounter#all")
  void whatWePushIsTakenThoughNoMessageNamesIt(Encounter encounter) throws Exception {
    try (Meeting meeting = encounter.begin(folder).befriend().connect()) {
      meeting.awaitTheirs(meeting.ours.id(), 1);
      BlobId blob = meeting.ours.feeds().blobs().add(new ByteArrayInputStream(PLAIN)).id();
      meeting.ours.replication().blobs().push(blob);
      await().atMost(Meeting.PATIENCE).until(() -> theyHave(meeting, blob));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tidings.replication.interop.Encounter#all")
  void whatTheyPushIsTakenHere(Encounter encounter) throws Exception {
    try (Meeting meeting = encounter.begin(folder).befriend().connect()) {
      JsonObject added =
          meeting
              .theirs
              .tell("addBlob", JsonObject.builder().put("size", 70_000).build())
              .asObject()
              .orElseThrow();
      BlobId blob = BlobId.parse(added.string("id").orElseThrow()).orElseThrow();
      var _ = meeting.theirs.ask("pushBlob", JsonObject.of("id", Json.of(blob.toString())));
      awaitOurs(meeting, blob);
    }
  }

  @ParameterizedTest
  @MethodSource("org.tidings.replication.interop.Encounter#all")
  void theyOpenWhatWeSeal(Encounter encounter) throws Exception {
    try (Meeting meeting = encounter.begin(folder).befriend().connect()) {
      meeting.awaitTheirs(meeting.ours.id(), 1);
      BlobLink link = meeting.ours.feeds().sealedBlobs().add(PLAIN);
      meeting.ours.replication().blobs().push(link.blob());
      await().atMost(Meeting.PATIENCE).until(() -> theyHave(meeting, link.blob()));
      JsonObject what =
          JsonObject.builder()
              .put("id", link.blob().toString())
              .put(
                  "unbox",
                  Objects.requireNonNull(
                      Mentions.of("![](" + link + ")").getFirst().query().get("unbox")))
              .build();
      JsonObject opened = meeting.theirs.tell("openBlob", what).asObject().orElseThrow();
      assertThat(Base64.getDecoder().decode(opened.string("base64").orElseThrow()))
          .isEqualTo(PLAIN);
    }
  }

  @ParameterizedTest
  @MethodSource("org.tidings.replication.interop.Encounter#all")
  void weOpenWhatTheySealInAPrivateMessage(Encounter encounter) throws Exception {
    try (Meeting meeting = encounter.begin(folder).befriend().connect()) {
      JsonObject sealed = theySeal(meeting);
      BlobLink link =
          BlobLink.parse(
                  sealed.string("id").orElseThrow()
                      + "?unbox="
                      + sealed.string("unbox").orElseThrow())
              .orElseThrow();
      theyWriteToUs(meeting, link);
      awaitOurs(meeting, link.blob());
      assertThat(meeting.ours.feeds().sealedBlobs().read(link)).hasValue(PLAIN);
    }
  }

  private static JsonObject theySeal(Meeting meeting) throws Exception {
    String base64 = Base64.getEncoder().encodeToString(PLAIN);
    return meeting.theirs.tell("sealBlob", "base64", base64).asObject().orElseThrow();
  }

  private static void theyWriteToUs(Meeting meeting, BlobLink link) throws Exception {
    JsonArray readers =
        JsonArray.of(
            Json.of(meeting.theirs.id().toString()), Json.of(meeting.ours.id().toString()));
    String text = "![for you](" + link + ")";
    Content.Publishable post =
        new Post(text, Place.ROOT, Mentions.of(text), Optional.empty(), Optional.empty());
    meeting.theirs.tell(
        "publishPrivate",
        JsonObject.builder().put("content", post.toJson()).put("recps", readers).build());
  }

  private static boolean theyHave(Meeting meeting, BlobId blob) throws Exception {
    return meeting.theirs.tell("hasBlob", "id", blob.toString()).equals(Json.of(true));
  }

  private static void awaitOurs(Meeting meeting, BlobId blob) {
    await().atMost(Meeting.PATIENCE).until(() -> meeting.ours.feeds().blobs().has(blob));
  }
}
