package org.tidings.replication.ebt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.Contact;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.IngestCounts;
import org.tidings.feed.message.Head;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Frame;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedures;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcLimits;
import org.tidings.replication.muxrpc.RpcStream;
import org.tidings.replication.muxrpc.ScriptedPeer;
import org.tidings.replication.peer.PeerSession;
import org.tidings.replication.peer.SomeSession;
import org.tidings.replication.transport.PipeChannel;

/// A connection that is cut while we are busy: what had come over it by then is kept.
@Timeout(60)
class CutStreamTest {
  private static final FeedId BOB = FeedId.of(SomeKeys.of("bob").publicKey());
  private static final int MESSAGES = 20;

  @TempDir private Path folder;
  private final SomeFeed carol = SomeFeed.of("carol");
  private final Semaphore busy = new Semaphore(0);
  private TempFeeds temp;
  private Ebt ebt;
  private ScriptedPeer peer;
  private RpcConnection connection;
  private RpcStream stream;
  private Thread reading;

  @BeforeEach
  void start() throws Exception {
    temp = new TempFeeds(folder);
    temp.feeds().publisher().publish(Contact.follow(carol.id()).toJson());
    ebt = new Ebt(temp.feeds());
    meet();
  }

  private void meet() throws Exception {
    List<PipeChannel> pipe = PipeChannel.pair();
    peer = new ScriptedPeer(pipe.get(0));
    connection =
        new RpcConnection(pipe.get(1), BOB, Procedures.of(List.of()), RpcLimits.PEER).start();
    PeerSession session = SomeSession.to(BOB);
    stream = connection.open(Method.duplex("ebt.replicate"), JsonObject.of());
    EbtSession reader = new EbtSession(ebt, session, stream, false, busy::acquireUninterruptibly);
    reading = Thread.ofVirtual().start(() -> run(reader));
  }

  @AfterEach
  void stop() throws InterruptedException {
    connection.close();
    reading.join();
    peer.close();
    ebt.close();
    temp.close();
  }

  @Test
  void whatHadComeIsStored() throws Exception {
    theySendWhileWeAreBusy();
    connection.abort(new IOException("cut"));
    reading.interrupt();
    busy.release(MESSAGES);
    awaitAll();
  }

  /// A peer that is told anew from where we need the feed sends it once more.
  private boolean isThereWhenTheySendIt() throws IOException {
    for (byte[] value : carol.values()) {
      peer.sends(new Frame(-1, true, false, Body.rawJson(value)));
    }
    return temp.feeds().log().head(carol.id()).isPresent();
  }

  private String claim() {
    return "{\"" + carol.id() + "\":" + 2 * MESSAGES + "}";
  }

  private void awaitAll() {
    await()
        .until(
            () -> temp.feeds().log().head(carol.id()).map(Head::sequence),
            Optional.of(new Sequence(MESSAGES))::equals);
  }

  @Test
  void whatHadComeFromSomebodyWhomWeCutOffIsNot() throws Exception {
    theySendWhileWeAreBusy();
    stream.cut("nonsense");
    reading.interrupt();
    busy.release(MESSAGES);
    reading.join();
    assertThat(temp.feeds().ingest().counts().accepted()).isZero();
  }

  @Test
  void whatNobodySignedIsNotWaitedForWhenWhoSentItIsGone() throws Exception {
    for (int i = 0; i < MESSAGES; i++) {
      carol.post("number " + i);
    }
    theySendWhileWeAreBusy(carol.values().stream().map(CutStreamTest::forged).toList());
    connection.abort(new IOException("cut"));
    reading.interrupt();
    busy.release(MESSAGES);
    reading.join();
    await().until(() -> judged() == MESSAGES);
    peer.close();
    meet();
    busy.release(Integer.MAX_VALUE / 2);
    peer.streams(-1, claim());
    await().until(this::isThereWhenTheySendIt);
  }

  private long judged() {
    IngestCounts counts = temp.feeds().ingest().counts();
    return counts.refused() + counts.gaps() + counts.forked();
  }

  private static byte[] forged(byte[] value) {
    String text = new String(value, StandardCharsets.UTF_8);
    return text.replace("number", "nomber").getBytes(StandardCharsets.UTF_8);
  }

  private void theySendWhileWeAreBusy() throws IOException {
    for (int i = 0; i < MESSAGES; i++) {
      carol.post("number " + i);
    }
    theySendWhileWeAreBusy(carol.values());
  }

  private void theySendWhileWeAreBusy(List<byte[]> values) throws IOException {
    peer.streams(-1, claim());
    for (byte[] value : values) {
      peer.sends(new Frame(-1, true, false, Body.rawJson(value)));
    }
    peer.streams(-1, "{}");
    await().until(() -> connection.traffic().framesReceived() == MESSAGES + 2);
  }

  private void run(EbtSession session) {
    try {
      ebt.run(session);
    } catch (IOException | InterruptedException cut) {
      Thread.currentThread().interrupt();
    }
  }
}
