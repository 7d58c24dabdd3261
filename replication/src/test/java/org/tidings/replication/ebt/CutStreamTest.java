package org.tidings.replication.ebt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
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
import org.tidings.replication.peer.Progress;
import org.tidings.replication.transport.PipeChannel;

/// A connection that is cut while we are busy: what had come over it by then is kept.
@Timeout(60)
class CutStreamTest {
  private static final FeedId BOB = FeedId.of(SomeKeys.of("bob").publicKey());
  private static final int MESSAGES = 20;

  @TempDir private Path folder;
  private final SomeFeed carol = SomeFeed.of("carol");
  private final List<PipeChannel> pipe = PipeChannel.pair();
  private final ScriptedPeer peer = new ScriptedPeer(pipe.get(0));
  private final Semaphore busy = new Semaphore(0);
  private TempFeeds temp;
  private Ebt ebt;
  private RpcConnection connection;
  private RpcStream stream;
  private Thread reading;

  @BeforeEach
  void start() throws Exception {
    temp = new TempFeeds(folder);
    temp.feeds().publisher().publish(Contact.follow(carol.id()).toJson());
    ebt = new Ebt(temp.feeds());
    connection =
        new RpcConnection(pipe.get(1), BOB, Procedures.of(List.of()), RpcLimits.PEER).start();
    PeerSession session =
        new PeerSession(
            BOB,
            PeerSession.Direction.OUTGOING,
            PeerSession.Path.DIRECT,
            Instant.EPOCH,
            new Progress());
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

  private void theySendWhileWeAreBusy() throws IOException {
    for (int i = 0; i < MESSAGES; i++) {
      carol.post("number " + i);
    }
    peer.streams(-1, "{\"" + carol.id() + "\":" + 2 * MESSAGES + "}");
    for (byte[] value : carol.values()) {
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
