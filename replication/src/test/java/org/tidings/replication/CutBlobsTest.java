package org.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.feed.content.Contact;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.interop.NpmPeer;
import org.tidings.replication.interop.RequiresNpmPeers;

/// A blob over a wire that never lasts until the whole of it has come.
class CutBlobsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int SIZE = 1_000_000;

  /// The wire is cut whenever so much has come.
  private static final int LASTS = 200_000;

  private static final int KB_PER_SECOND = 500;

  @TempDir private Path folder;

  @Test
  void aBlobThatIsCutGoesOnWhereItStopped() throws Exception {
    byte[] bytes = new byte[SIZE];
    new Random(4).nextBytes(bytes);
    try (TestPeer friend = TestPeer.start(folder.resolve("friend"))) {
      BlobId blob = friend.feeds().blobs().add(new ByteArrayInputStream(bytes)).id();
      try (CuttingRelay wire = new CuttingRelay(friend.address(), KB_PER_SECOND)) {
        comesInParts(blob, friend.id(), wire);
      }
    }
  }

  @RequiresNpmPeers
  @ParameterizedTest
  @EnumSource
  void aBlobOfTheExistingPeersGoesOnAsWell(NpmPeer.Kind kind) throws Exception {
    try (NpmPeer friend = NpmPeer.start(kind)) {
      JsonObject what = JsonObject.builder().put("size", SIZE).put("seed", "parts").build();
      JsonObject added = friend.tell("addBlob", what).asObject().orElseThrow();
      BlobId blob = BlobId.parse(added.string("id").orElseThrow()).orElseThrow();
      try (CuttingRelay wire = new CuttingRelay(friend.address(), KB_PER_SECOND)) {
        comesInParts(blob, friend.id(), wire);
      }
    }
  }

  /// Cut again and again, and after each second time we are started anew.
  private void comesInParts(BlobId blob, FeedId friend, CuttingRelay wire) throws Exception {
    boolean here = false;
    for (int start = 0; !here; start++) {
      assertThat(start).as("starts").isLessThan(SIZE / LASTS);
      try (TestPeer ours = TestPeer.start(folder.resolve("ours"))) {
        if (start == 0) {
          ours.feeds().publisher().publish(Contact.follow(friend).toJson());
          ours.replication().blobs().want(blob);
        }
        for (int connection = 0; connection < 2 && !here; connection++) {
          meet(ours, blob, wire);
          here = ours.feeds().blobs().has(blob);
        }
      }
    }
  }

  private static void meet(TestPeer ours, BlobId blob, CuttingRelay wire) {
    long before = wire.passed();
    await().atMost(PATIENCE).ignoreExceptions().until(() -> reaches(ours, wire));
    await()
        .atMost(PATIENCE)
        .until(() -> ours.feeds().blobs().has(blob) || wire.passed() - before >= LASTS);
    wire.cut();
    await().atMost(PATIENCE).until(() -> ours.connected().isEmpty());
  }

  private static boolean reaches(TestPeer ours, CuttingRelay wire) throws Exception {
    ours.connect(wire.address());
    return true;
  }
}
