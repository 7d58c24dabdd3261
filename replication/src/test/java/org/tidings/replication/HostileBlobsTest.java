package org.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.hash.Sha256;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Contact;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.BlobId;
import org.tidings.replication.blob.BlobStatus;
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
  private static final int BEGINNING = 50_000;

  @TempDir Path folder;
  private final HeapGrowth growth = new HeapGrowth();

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
    isLeftForAnHonestPeer(10, Long.MAX_VALUE);
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
        growth.assertSmall();
      }
    }
  }

  /// Somebody whose first bytes of a blob are others than the blob has, before the wire is cut, and
  /// who is honest ever after.
  private static final class Turncoat implements PeerProtocol {
    private final BlobId blob;
    private final byte[] bytes;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger askedForSlices = new AtomicInteger();

    Turncoat(BlobId blob, byte[] bytes) {
      this.blob = blob;
      this.bytes = bytes;
    }

    @Override
    public List<Procedure> procedures(PeerSession session) {
      return List.of(
          Procedure.stream(Method.source("blobs.createWants"), (call, stream) -> claim(stream)),
          Procedure.stream(Method.source("blobs.getSlice"), (call, stream) -> goOn(stream)),
          Procedure.stream(Method.source("blobs.get"), (call, stream) -> send(stream)));
    }

    private void claim(RpcStream stream) throws IOException, InterruptedException {
      stream.send(Body.json(JsonObject.of(blob.toString(), Json.of((double) bytes.length))));
      stream.receive();
    }

    private void goOn(RpcStream stream) throws IOException, InterruptedException {
      askedForSlices.incrementAndGet();
      stream.send(Body.binary(Arrays.copyOfRange(bytes, BEGINNING, bytes.length)));
    }

    private void send(RpcStream stream) throws IOException, InterruptedException {
      if (asked.incrementAndGet() > 1) {
        stream.send(Body.binary(bytes));
        return;
      }
      stream.send(Body.binary(Arrays.copyOf(new byte[] {7}, BEGINNING)));
      stream.receive();
    }

    @Override
    public void connected(PeerSession session, RpcConnection connection)
        throws InterruptedException {
      connection.awaitEnd();
    }
  }

  @Test
  void aBeginningThatDoesNotFitIsThrownAwayAndTheWholeComesFromTheSamePeer() throws Exception {
    try (TestPeer ours = TestPeer.start(folder.resolve("ours"))) {
      BlobId blob = BlobId.of(Sha256.of(bytes()));
      Turncoat turncoat = new Turncoat(blob, bytes());
      try (TestPeer friend = TestPeer.speaking(folder.resolve("friend"), List.of(turncoat));
          CuttingRelay wire = new CuttingRelay(friend.address(), 100_000)) {
        ours.feeds().publisher().publish(Contact.follow(friend.id()).toJson());
        ours.replication().blobs().want(blob);
        ours.connect(wire.address());
        await().atMost(PATIENCE).until(() -> isComing(ours, blob));
        wire.cut();
        await().atMost(PATIENCE).until(() -> ours.connected().isEmpty());
        ours.connect(wire.address());
        await().atMost(PATIENCE).until(() -> ours.feeds().blobs().has(blob));
        assertThat(turncoat.asked).hasValue(2);
        assertThat(turncoat.askedForSlices).hasValue(1);
      }
    }
  }

  private static boolean isComing(TestPeer ours, BlobId blob) {
    return ours.replication().blobs().status(blob)
            instanceof BlobStatus.Coming(long received, long size)
        && received == BEGINNING;
  }

  @Test
  void aThousandMessagesThatEachNameANewBlobOf5MbHideNoPictureOfAFriend() throws Exception {
    SomeFeed friend = SomeFeed.of("friend");
    SomeFeed mallory = SomeFeed.of("mallory");
    BlobId picture = BlobId.of(Sha256.of(bytes()));
    friend.write(Flooder.naming(picture));
    friend.follow(mallory.id());
    for (int i = 1; i <= 1_000; i++) {
      mallory.write(Flooder.naming(BlobId.of(ByteBuffer.allocate(32).putInt(i).array())));
    }
    Flooder flooder = new Flooder();
    try (TestPeer ours = TestPeer.start(folder.resolve("ours"));
        TestPeer honest = TestPeer.start(folder.resolve("honest"));
        TestPeer flood = TestPeer.speaking(folder.resolve("flood"), List.of(flooder))) {
      honest.feeds().blobs().add(new ByteArrayInputStream(bytes()));
      ours.feeds().publisher().publish(Contact.follow(friend.id()).toJson());
      TempFeeds.ingest(ours.feeds(), friend.values(), TempFeeds.IMPORT);
      TempFeeds.ingest(ours.feeds(), mallory.values(), TempFeeds.IMPORT);
      ours.connect(flood.address());
      await().atMost(PATIENCE).until(() -> flooder.wanted().size() == 51);
      ours.connect(honest.address());
      await().atMost(PATIENCE).until(() -> ours.feeds().blobs().has(picture));
      assertThat(flooder.wanted()).hasSize(51).contains(picture.toString());
      assertThat(ours.feeds().blobs().all()).hasSize(1);
      growth.assertSmall();
    }
  }

  /// Has all of some blobs, and sends them.
  private static final class Generous implements PeerProtocol {
    private final Map<String, byte[]> blobs;
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch wanted = new CountDownLatch(1);

    Generous(Map<String, byte[]> blobs) {
      this.blobs = blobs;
    }

    @Override
    public List<Procedure> procedures(PeerSession session) {
      return List.of(
          Procedure.stream(Method.source("blobs.createWants"), (call, stream) -> claim(stream)),
          Procedure.stream(
              Method.source("blobs.get"), (call, stream) -> send(call.argument(0), stream)));
    }

    private void claim(RpcStream stream) throws IOException, InterruptedException {
      wanted.await();
      for (Map.Entry<String, byte[]> blob : blobs.entrySet()) {
        double size = blob.getValue().length;
        stream.send(Body.json(JsonObject.of(blob.getKey(), Json.of(size))));
      }
      stream.receive();
    }

    private void send(Optional<Json> key, RpcStream stream)
        throws IOException, InterruptedException {
      asked.incrementAndGet();
      String blob =
          key.flatMap(json -> json.asObject().flatMap(query -> query.string("key"))).orElseThrow();
      stream.send(Body.binary(blobs.getOrDefault(blob, new byte[0])));
    }

    @Override
    public void connected(PeerSession session, RpcConnection connection)
        throws IOException, InterruptedException {
      RpcStream wants = connection.open(Method.source("blobs.createWants"));
      for (var item = wants.receive(); item.isPresent(); item = wants.receive()) {
        if (blobs.keySet().stream().anyMatch(item.get().toString()::contains)) {
          wanted.countDown();
        }
      }
    }
  }

  /// Of one feed so many are fetched by themselves.
  private static final int FETCHED = 50;

  private Generous flooded(TestPeer ours) throws Exception {
    SomeFeed mallory = SomeFeed.of("mallory");
    Map<String, byte[]> blobs = new HashMap<>();
    for (int i = 1; i <= FETCHED; i++) {
      byte[] bytes = ByteBuffer.allocate(SIZE).putInt(i).array();
      BlobId blob = BlobId.of(Sha256.of(bytes));
      blobs.put(blob.toString(), bytes);
      mallory.write(Flooder.naming(blob));
    }
    ours.feeds().publisher().publish(Contact.follow(mallory.id()).toJson());
    TempFeeds.ingest(ours.feeds(), mallory.values(), TempFeeds.IMPORT);
    return new Generous(blobs);
  }

  @Test
  void blobsOfOthersTakeNoMoreThanTheirQuotaAndPushOutNoneOfOurs() throws Exception {
    try (TestPeer ours = TestPeer.start(folder.resolve("ours"))) {
      ours.feeds().blobs().bound(10L * SIZE);
      BlobId own = ours.feeds().blobs().add(new ByteArrayInputStream(bytes())).id();
      name(ours, own);
      Generous generous = flooded(ours);
      try (TestPeer flood = TestPeer.speaking(folder.resolve("flood"), List.of(generous))) {
        ours.connect(flood.address());
        await().atMost(PATIENCE).until(() -> generous.asked.get() == FETCHED && nothingIncoming());
        await().atMost(PATIENCE).until(() -> ours.feeds().blobs().bytes() <= 10L * SIZE);
        assertThat(ours.feeds().blobs().has(own)).isTrue();
        growth.assertSmall();
      }
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whereTheDiskIsNearlyFullNothingOfOthersIsFetched() throws Exception {
    try (TestPeer ours = TestPeer.start(folder.resolve("ours"))) {
      Path complete = folder.resolve("ours/data/blobs/sha256");
      Files.delete(complete);
      Files.createSymbolicLink(complete, Path.of("/proc"));
      Generous generous = flooded(ours);
      BlobId some = BlobId.parse(generous.blobs.keySet().iterator().next()).orElseThrow();
      try (TestPeer flood = TestPeer.speaking(folder.resolve("flood"), List.of(generous))) {
        ours.connect(flood.address());
        await()
            .atMost(PATIENCE)
            .until(() -> ours.replication().blobs().status(some) instanceof BlobStatus.NoRoom);
        assertThat(generous.asked).hasValue(0);
      }
      Files.delete(complete);
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
    peer.feeds().publisher().publish(Flooder.naming(blob));
  }
}
