package org.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.content.Contact;
import org.tidings.feed.ref.BlobId;
import org.tidings.replication.blob.BlobStatus;

/// Blobs that somebody asks for, or has peers take, by name.
class BlobsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void whatIsAskedForComesFromWhoeverIsMetAfterARestart() throws Exception {
    try (TestPeer friend = peer("friend")) {
      BlobId blob = add(friend);
      try (TestPeer ours = peer("ours")) {
        ours.replication().blobs().want(blob);
        assertThat(status(ours, blob)).isEqualTo(new BlobStatus.Asking(0));
      }
      try (TestPeer ours = peer("ours")) {
        ours.connect(friend.address());
        await().atMost(PATIENCE).until(() -> status(ours, blob) instanceof BlobStatus.Here);
        await().atMost(PATIENCE).until(() -> ours.feeds().wantedBlobs().all().isEmpty());
      }
    }
  }

  @Test
  void aConnectionByWhichABlobCameHasBroughtSomething() throws Exception {
    try (TestPeer friend = peer("friend");
        TestPeer ours = peer("ours")) {
      BlobId blob = add(friend);
      ours.connect(friend.address());
      assertThat(hasBrought(ours)).isFalse();
      ours.replication().blobs().want(blob);
      await().atMost(PATIENCE).until(() -> status(ours, blob) instanceof BlobStatus.Here);
      assertThat(hasBrought(ours)).isTrue();
    }
  }

  private static boolean hasBrought(TestPeer peer) {
    return peer.replication().switchboard().connections().all().stream()
        .anyMatch(live -> live.session().progress().hasBrought());
  }

  @Test
  void whatIsPushedIsTakenByThreeFriendsAlsoAfterARestart() throws Exception {
    BlobId blob;
    try (TestPeer ours = peer("ours")) {
      blob = add(ours);
      ours.replication().blobs().push(blob);
    }
    List<TestPeer> others = new ArrayList<>();
    try (TestPeer ours = peer("ours")) {
      for (int i = 1; i <= 3; i++) {
        TestPeer other = peer("other" + i);
        others.add(other);
        ours.feeds().publisher().publish(Contact.follow(other.id()).toJson());
        other.feeds().publisher().publish(Contact.follow(ours.id()).toJson());
        await().until(() -> ours.feeds().graph().wants(other.id()));
        other.connect(ours.address());
        await().atMost(PATIENCE).until(() -> other.feeds().blobs().has(blob));
      }
      await().atMost(PATIENCE).until(() -> ours.feeds().pushedBlobs().all().isEmpty());
    } finally {
      others.forEach(TestPeer::close);
    }
  }

  /// By the whole of it a peer sees that it is another, and so do we.
  @Test
  void whatTheDiskDamagedIsNotServedASecondTimeAndCanComeBack() throws Exception {
    try (TestPeer friend = peer("friend");
        TestPeer ours = peer("ours")) {
      BlobId blob = add(friend);
      Path complete = folder.resolve("friend/data/blobs/sha256");
      try (Stream<Path> files = Files.walk(complete)) {
        Files.writeString(
            files.filter(Files::isRegularFile).findFirst().orElseThrow(), "a picture");
      }
      ours.connect(friend.address());
      ours.replication().blobs().want(blob);
      await().atMost(PATIENCE).until(() -> !friend.feeds().blobs().has(blob));
      friend.replication().blobs().want(blob);
      add(ours);
      await().atMost(PATIENCE).until(() -> status(friend, blob) instanceof BlobStatus.Here);
    }
  }

  private TestPeer peer(String name) throws Exception {
    return TestPeer.start(folder.resolve(name));
  }

  private static BlobId add(TestPeer peer) throws Exception {
    byte[] bytes = "a picture".repeat(10_000).getBytes(StandardCharsets.UTF_8);
    return peer.feeds().blobs().add(new ByteArrayInputStream(bytes)).id();
  }

  private static BlobStatus status(TestPeer peer, BlobId blob) {
    return peer.replication().blobs().status(blob);
  }
}
