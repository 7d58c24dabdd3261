package org.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.BlobId;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcStream;
import org.tidings.replication.peer.PeerProtocol;
import org.tidings.replication.peer.PeerSession;

/// Peers that lie about blobs: nothing of what they send is kept, and what they say to have comes
/// from somebody else.
class HostileBlobsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int SIZE = 200_000;

  @TempDir Path folder;

  /// Says to have a blob, and sends pieces of zeros instead.
  private static final class Liar implements PeerProtocol {
    private final BlobId blob;
    private final long claimed;
    private final long pieces;
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch wanted = new CountDownLatch(1);

    Liar(BlobId blob, long claimed, long pieces) {
      this.blob = blob;
      this.claimed = claimed;
      this.pieces = pieces;
    }

    @Override
    public List<Procedure> procedures(PeerSession session) {
      return List.of(
          Procedure.stream(Method.source("blobs.createWants"), (call, stream) -> claim(stream)),
          Procedure.stream(Method.source("blobs.get"), (call, stream) -> lie(stream)));
    }

    private void claim(RpcStream stream) throws IOException, InterruptedException {
      wanted.await();
      stream.send(Body.json(JsonObject.of(blob.toString(), Json.of((double) claimed))));
      stream.receive();
    }

    private void lie(RpcStream stream) throws IOException, InterruptedException {
      asked.incrementAndGet();
      for (long i = 0; i < pieces; i++) {
        stream.send(Body.binary(new byte[50_000]));
      }
    }

    @Override
    public void connected(PeerSession session, RpcConnection connection)
        throws IOException, InterruptedException {
      RpcStream wants = connection.open(Method.source("blobs.createWants"));
      for (var item = wants.receive(); item.isPresent(); item = wants.receive()) {
        if (item.get().toString().contains(blob.toString())) {
          wanted.countDown();
        }
      }
    }
  }

  @Test
  void otherBytesOfTheRightSizeAreNotKept() throws Exception {
    isLeftForAnHonestPeer(SIZE, SIZE / 50_000);
  }

  @Test
  void anEndlessBlobIsNotReadToItsEnd() throws Exception {
    isLeftForAnHonestPeer(5 << 20, Long.MAX_VALUE);
  }

  @Test
  void moreThanWasSaidIsNotTaken() throws Exception {
    isLeftForAnHonestPeer(10, 1);
  }

  private void isLeftForAnHonestPeer(long claimed, long pieces) throws Exception {
    try (TestPeer ours = TestPeer.start(folder.resolve("ours"));
        TestPeer honest = TestPeer.start(folder.resolve("honest"))) {
      BlobId blob = honest.feeds().blobs().add(new ByteArrayInputStream(bytes())).id();
      Liar liar = new Liar(blob, claimed, pieces);
      try (TestPeer lying = TestPeer.speaking(folder.resolve("lying"), List.of(liar))) {
        name(ours, blob);
        ours.connect(lying.address());
        await().atMost(PATIENCE).until(() -> liar.asked.get() == 1 && nothingIncoming());
        assertThat(ours.feeds().blobs().has(blob)).isFalse();
        ours.connect(honest.address());
        await().atMost(PATIENCE).until(() -> ours.feeds().blobs().has(blob));
        assertThat(liar.asked).hasValue(1);
        assertThat(ours.connected()).hasSize(2);
      }
    }
  }

  private boolean nothingIncoming() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("ours/data/blobs/incoming"))) {
      return files.findAny().isEmpty();
    }
  }

  private static byte[] bytes() {
    byte[] bytes = new byte[SIZE];
    bytes[0] = 1;
    return bytes;
  }

  private static void name(TestPeer peer, BlobId blob) throws Exception {
    JsonObject post =
        JsonObject.builder()
            .put("type", "post")
            .put("text", "a picture: ![](" + blob + ")")
            .put("mentions", JsonArray.of(JsonObject.of("link", Json.of(blob.toString()))))
            .build();
    peer.feeds().publisher().publish(post);
  }
}
