package org.tidings.replication.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Post;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.TestPeer;

/// A friend of a friend: posts and blobs go through whoever stands in the middle, with us in each
/// place.
@RequiresNpmPeers
class ThreeInARowTest {
  private static final int POSTS = 20;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void postsAndBlobsGoThroughUs(NpmPeer.Kind kind) throws Exception {
    NpmPeer.Kind other = kind == NpmPeer.Kind.MODERN ? NpmPeer.Kind.LEGACY : NpmPeer.Kind.MODERN;
    try (NpmPeer near = NpmPeer.start(kind);
        TestPeer ours = TestPeer.start(folder);
        NpmPeer far = NpmPeer.start(other)) {
      follow(near, ours.id());
      follow(ours, near.id());
      follow(ours, far.id());
      follow(far, ours.id());
      far.tell("publishMany", JsonObject.of("n", Json.of(POSTS)));
      far.tell("connect", "address", ours.address().toString());
      near.tell("connect", "address", ours.address().toString());
      await(near, far.id(), POSTS + 1);
      await(far, near.id(), 1);
      assertThat(near.tell("wantBlob", "id", add(far))).isNotNull();
    }
  }

  @Test
  void theyPassOnWhatComesFromUsAndForUs() throws Exception {
    try (NpmPeer far = NpmPeer.start(NpmPeer.Kind.MODERN);
        NpmPeer between = NpmPeer.start(NpmPeer.Kind.LEGACY);
        TestPeer ours = TestPeer.start(folder)) {
      follow(far, between.id());
      follow(between, far.id());
      follow(between, ours.id());
      follow(ours, between.id());
      for (int i = 0; i < POSTS; i++) {
        ours.feeds().publisher().publish(Post.root("number " + i).toJson());
      }
      far.tell("publishMany", JsonObject.of("n", Json.of(POSTS)));
      Awaitility.await()
          .atMost(Meeting.PATIENCE)
          .ignoreExceptions()
          .until(() -> reached(ours, between));
      far.tell("connect", "address", between.address().toString());
      await(far, ours.id(), POSTS + 1);
      Awaitility.await()
          .atMost(Meeting.PATIENCE)
          .until(() -> Meeting.clockOf(ours).getOrDefault(far.id().toString(), 0L) == POSTS + 1);
      BlobId mine = ours.feeds().blobs().add(new ByteArrayInputStream(new byte[5_000])).id();
      assertThat(far.tell("wantBlob", "id", mine.toString())).isNotNull();
      BlobId theirs = BlobId.parse(add(far)).orElseThrow();
      ours.replication().blobs().want(theirs);
      Awaitility.await().atMost(Meeting.PATIENCE).until(() -> ours.feeds().blobs().has(theirs));
    }
  }

  private static boolean reached(TestPeer ours, NpmPeer peer) throws Exception {
    ours.connect(peer.address());
    return true;
  }

  private static void follow(NpmPeer who, FeedId whom) throws Exception {
    who.tell("follow", "id", whom.toString());
  }

  private static void follow(TestPeer who, FeedId whom) throws Exception {
    who.feeds().publisher().publish(Contact.follow(whom).toJson());
  }

  private static void await(NpmPeer peer, FeedId feed, long sequence) throws Exception {
    JsonObject far = JsonObject.builder().put("id", feed.toString()).put("seq", sequence).build();
    assertThat(peer.tell("waitClock", far)).isNotNull();
  }

  private static String add(NpmPeer peer) throws Exception {
    JsonObject what = JsonObject.builder().put("size", 5_000).put("seed", "between").build();
    return peer.tell("addBlob", what).asObject().flatMap(blob -> blob.string("id")).orElseThrow();
  }
}
