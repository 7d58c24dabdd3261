package org.tidings.replication.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.ebt.Ebt;
import org.tidings.replication.ebt.EbtProtocol;
import org.tidings.replication.muxrpc.Procedures;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcLimits;
import org.tidings.replication.muxrpc.ScriptedPeer;
import org.tidings.replication.peer.PeerSession;
import org.tidings.replication.peer.SomeSession;
import org.tidings.replication.transport.PipeChannel;

/// When a peer that says nothing of EBT is taken for one that does not speak it.
@Timeout(30)
class WithoutEbtTest {
  private static final FeedId BOB = FeedId.of(SomeKeys.of("bob").publicKey());
  private static final int HALF = 50_000;

  /// Of a stream, 100,000 bytes.
  private static final byte[] HEADER = {8, 0, 1, (byte) 0x86, (byte) 0xa0, -1, -1, -1, -1};

  @TempDir private Path folder;
  private final List<PipeChannel> pipe = PipeChannel.pair();
  private final ScriptedPeer peer = new ScriptedPeer(pipe.get(0));
  private TempFeeds temp;
  private EbtProtocol ebt;
  private HistoryProtocol history;
  private RpcConnection connection;
  private Thread running;

  @BeforeEach
  void start() {
    temp = new TempFeeds(folder);
    ebt = new EbtProtocol(new Ebt(temp.feeds()));
    history = new HistoryProtocol(temp.feeds(), ebt, Duration.ofMillis(100));
    connection =
        new RpcConnection(pipe.get(1), BOB, Procedures.of(List.of()), RpcLimits.PEER).start();
    running = Thread.ofVirtual().unstarted(this::run);
  }

  private void run() {
    PeerSession session = SomeSession.to(BOB);
    try {
      history.connected(session, connection);
    } catch (IOException | InterruptedException over) {
      connection.abort(new IOException(over));
    }
  }

  @AfterEach
  void stop() throws InterruptedException {
    running.interrupt();
    running.join();
    peer.close();
    history.close();
    ebt.close();
    temp.close();
  }

  @Test
  void itIsAskedForHistoryAfterAWhile() throws Exception {
    running.start();
    assertThat(peer.hearsFrame()).contains("createHistoryStream");
  }

  @Test
  void itIsNotWhileItsFirstWordIsStillComing() throws Exception {
    peer.sendsRaw(HEADER).sendsRaw(new byte[HALF]);
    await().until(connection::isAmidFrame);
    running.start();
    await().during(Duration.ofMillis(500)).until(() -> connection.traffic().bytesSent() == 0);
    peer.sendsRaw(new byte[HALF]);
    assertThat(peer.hearsFrame()).contains("createHistoryStream");
  }
}
