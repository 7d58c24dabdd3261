package org.tidings.replication.blob;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedures;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcLimits;
import org.tidings.replication.muxrpc.RpcStream;
import org.tidings.replication.muxrpc.ScriptedPeer;
import org.tidings.replication.transport.PipeChannel;

/// What one peer is told of blobs.
@Timeout(30)
class WantFlowTest {
  private final List<PipeChannel> pipe = PipeChannel.pair();
  private final ScriptedPeer peer = new ScriptedPeer(pipe.get(0));
  private final RpcConnection connection =
      new RpcConnection(
              pipe.get(1),
              FeedId.of(SomeKeys.of("bob").publicKey()),
              Procedures.of(),
              RpcLimits.PEER)
          .start();
  private final Semaphore toldAgain = new Semaphore(0);
  private final WantFlow flow = new WantFlow(toldAgain::release);

  @AfterEach
  void hangUp() {
    peer.close();
    connection.close();
  }

  @Test
  void whatWaitedTooLongToBeKeptIsToldOnceThereIsRoom() throws Exception {
    flow.tell(PlayedBlobs.numbered(1, 10_000, -1));
    flow.tell(Map.of(PlayedBlobs.blob(10_001), -1L));
    RpcStream stream = connection.open(Method.duplex("blobs.test"));
    Thread running = Thread.ofVirtual().start(() -> run(stream));
    for (int frames = 0; frames < 11; frames++) {
      peer.hears();
    }
    toldAgain.acquire();
    running.interrupt();
  }

  private void run(RpcStream stream) {
    try {
      flow.run(stream);
    } catch (Exception over) {
      connection.close();
    }
  }
}
