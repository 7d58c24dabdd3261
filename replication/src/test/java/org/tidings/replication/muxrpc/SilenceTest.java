package org.tidings.replication.muxrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tidings.replication.transport.PipeChannel;

/// How long we wait for a peer.
class SilenceTest extends Scripted {
  @Test
  void aStreamThePeerNeverEndsIsGivenUp() throws Exception {
    RpcStream stream = ours.open(ECHO);
    stream.end();
    ours.expire(System.nanoTime() + Duration.ofSeconds(31).toNanos());
    assertThat(stream.receive()).isEmpty();
  }

  @Test
  void aSilentPeerIsLeft() throws Exception {
    ours.expire(System.nanoTime() + Duration.ofMinutes(9).toNanos());
    assertThat(ours.hasEnded()).isFalse();
    ours.expire(System.nanoTime() + Duration.ofMinutes(11).toNanos());
    assertThat(ours.awaitEnd().orElseThrow()).hasMessageContaining("Nothing was heard");
  }

  @Test
  void aConnectionThatHasNotStartedYetIsNotSilent() {
    try (RpcConnection young =
        new RpcConnection(PipeChannel.pair().getFirst(), SOMEBODY, procedures(), RpcLimits.PEER)) {
      young.expire(System.nanoTime());
      assertThat(young.hasEnded()).isFalse();
    }
  }

  @Test
  void aPeerThatDoesNotReadIsLeft() throws Exception {
    RpcStream stream = ours.open(ECHO);
    stream.send(Body.binary(new byte[256 * 1024]));
    await()
        .untilAsserted(
            () -> {
              ours.expire(System.nanoTime() + Duration.ofSeconds(61).toNanos());
              assertThat(ours.hasEnded()).isTrue();
            });
  }

  @Test
  void sendersWaitForAPeerThatDoesNotRead() throws Exception {
    RpcStream stream = ours.open(ECHO);
    AtomicInteger sent = new AtomicInteger();
    Thread sender =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    for (int i = 0; i < 100; i++) {
                      stream.send(Body.binary(new byte[64 * 1024]));
                      sent.incrementAndGet();
                    }
                  } catch (IOException | InterruptedException e) {
                    sent.set(-1);
                  }
                });
    await().until(() -> sender.getState() == Thread.State.WAITING);
    assertThat(sent.get()).isBetween(1, 20);
    for (int i = 0; i <= 100; i++) {
      peer.hears();
    }
    sender.join();
    assertThat(sent.get()).isEqualTo(100);
  }
}
