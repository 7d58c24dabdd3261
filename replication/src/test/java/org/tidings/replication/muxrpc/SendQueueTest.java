package org.tidings.replication.muxrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Four blobs and many messages for a peer that takes in little.
@Timeout(30)
class SendQueueTest extends Scripted {
  private static final Frame PIECE = new Frame(-1, true, false, Body.binary(new byte[64 * 1024]));
  private static final Frame MESSAGE = new Frame(-2, true, false, Body.text("x".repeat(1_000)));

  private final SendQueue queue = new SendQueue(RpcLimits.PEER.memory().outbox());
  private final List<Thread> blobs = new ArrayList<>();

  @BeforeEach
  void blobsAreBeingServed() throws Exception {
    RpcStream stream = ours.open(ECHO);
    for (int i = 0; i < 4; i++) {
      blobs.add(Thread.ofVirtual().start(() -> goOn(stream)));
    }
    awaitAllWait();
  }

  @AfterEach
  void closeQueue() {
    queue.close();
  }

  @Test
  void messagesFindRoomBesideBlobs() throws Exception {
    RpcStream messages = ours.open(ECHO);
    for (int i = 0; i < 100; i++) {
      queue.put(MESSAGE, messages);
    }
    List<Frame> batch = new ArrayList<>();
    while (batch.size() < 100) {
      queue.take(batch);
    }
    assertThat(batch.stream().filter(PIECE::equals).count()).isLessThan(10);
  }

  @Test
  void blobsGoOnWhereThereIsNothingElse() throws Exception {
    List<Frame> batch = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      queue.take(batch);
    }
    assertThat(batch).hasSizeGreaterThanOrEqualTo(100);
  }

  private void goOn(RpcStream stream) {
    try {
      while (true) {
        queue.put(PIECE, stream);
      }
    } catch (IOException | InterruptedException over) {
      stream.close();
    }
  }

  private void awaitAllWait() {
    await().until(() -> blobs.stream().allMatch(blob -> blob.getState() == Thread.State.WAITING));
  }
}
