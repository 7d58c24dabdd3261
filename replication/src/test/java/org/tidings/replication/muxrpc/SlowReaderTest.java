package org.tidings.replication.muxrpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tidings.replication.transport.Channel;

/// A peer that takes in what we send a little at a time.
@Timeout(30)
class SlowReaderTest {
  private static final long PATIENCE = RpcLimits.PEER.patience().unread().toNanos();

  private final Straw straw = new Straw();
  private final RpcConnection ours =
      new RpcConnection(straw, Scripted.SOMEBODY, Procedures.of(), RpcLimits.PEER).start();

  @AfterEach
  void hangUp() {
    ours.abort(new IOException("test over"));
  }

  @Test
  void isHeldToBeThereAsLongAsItGoesOn() throws Exception {
    RpcStream stream = ours.open(Scripted.ECHO);
    stream.send(Body.text("x".repeat(100_000)));
    straw.offered.acquire();
    for (int piece = 0; piece < 5; piece++) {
      long now = System.nanoTime();
      straw.room.release();
      straw.offered.acquire();
      ours.expire(now + PATIENCE);
      assertThat(ours.hasEnded()).as("after piece %s", piece).isFalse();
    }
    ours.expire(System.nanoTime() + PATIENCE + 1_000);
    assertThat(ours.hasEnded()).as("after it went on no more").isTrue();
  }

  /// Takes in what is written once there is room for one thing more, whatever it is; nothing comes.
  private static final class Straw implements Channel {
    private final Semaphore room = new Semaphore(0);
    private final Semaphore offered = new Semaphore(0);
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        closed.await();
        return -1;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
      offered.release();
      try {
        room.acquire();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }

    @Override
    public void finish() {
      closed.countDown();
    }

    @Override
    public void close() {
      closed.countDown();
      room.release(1_000);
    }

    @Override
    public String remoteName() {
      return "straw";
    }
  }
}
