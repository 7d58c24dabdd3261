package org.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedures;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcLimits;
import org.tidings.replication.muxrpc.RpcStream;
import org.tidings.replication.muxrpc.ScriptedPeer;
import org.tidings.replication.peer.PeerEvent;
import org.tidings.replication.peer.PeerSession;
import org.tidings.replication.peer.Progress;
import org.tidings.replication.transport.PipeChannel;

/// Whether a peer that follows a script gives a sign when one is due.
@Timeout(30)
class LiveSessionTest {
  private static final FeedId SOMEBODY = FeedId.of(new byte[32]);
  private static final long NUMBER = 7;

  private final List<PipeChannel> pipe = PipeChannel.pair();
  private final ScriptedPeer peer = new ScriptedPeer(pipe.get(0));
  private final RpcConnection connection =
      new RpcConnection(pipe.get(1), SOMEBODY, Procedures.of(), RpcLimits.PEER).start();
  private final Progress progress = new Progress();
  private final LiveSession live =
      new LiveSession(
          NUMBER,
          new PeerSession(
              SOMEBODY,
              PeerSession.Direction.OUTGOING,
              PeerSession.Path.DIRECT,
              Instant.EPOCH,
              progress),
          connection,
          Optional.empty(),
          "");

  @AfterEach
  void hangUp() {
    connection.abort(new IOException("test over"));
    peer.close();
  }

  private Optional<PeerEvent> newsIn(Duration time) {
    return live.news(System.nanoTime() + time.toNanos());
  }

  private void awaitListening() {
    await().until(() -> connection.isQuiet(System.nanoTime() + Duration.ofHours(1).toNanos()));
  }

  @Test
  void anAnswerThatDoesNotComeIsOverdueOnceUntilSomethingComes() throws Exception {
    awaitListening();
    connection.open(Method.source("live"));
    int call = peer.hears().orElseThrow().request();
    assertThat(newsIn(Duration.ofSeconds(29))).isEmpty();
    assertThat(newsIn(Duration.ofSeconds(31))).contains(new PeerEvent.Overdue(NUMBER));
    assertThat(newsIn(Duration.ofSeconds(32))).isEmpty();
    peer.streams(-call, "1");
    await().until(() -> connection.traffic().framesReceived() == 1);
    assertThat(newsIn(Duration.ZERO)).contains(new PeerEvent.Answered(NUMBER));
    assertThat(newsIn(Duration.ofMinutes(9))).as("nothing is due any more").isEmpty();
  }

  @Test
  void whateverComesAfterThePeerWasAskedIsAnAnswer() throws Exception {
    live.asked();
    assertThat(newsIn(Duration.ZERO)).isEmpty();
    await()
        .untilAsserted(
            () -> {
              peer.streams(-9, "1");
              assertThat(newsIn(Duration.ZERO)).contains(new PeerEvent.Answered(NUMBER));
            });
    peer.streams(-9, "2");
    assertThat(newsIn(Duration.ZERO)).as("once").isEmpty();
  }

  @Test
  void messagesThePeerSaysToHaveAreDue() {
    awaitListening();
    assertThat(newsIn(Duration.ofMinutes(9))).isEmpty();
    progress.missing(5);
    assertThat(newsIn(Duration.ofSeconds(31))).contains(new PeerEvent.Overdue(NUMBER));
  }

  @Test
  void theEndOfACallIsAnswerEnough() throws Exception {
    awaitListening();
    try (RpcStream stream = connection.open(Method.source("live"))) {
      int call = peer.hears().orElseThrow().request();
      peer.streams(-call, "1");
      assertThat(stream.receive()).isPresent();
    }
    peer.hears();
    assertThat(newsIn(Duration.ofMinutes(9))).isEmpty();
  }
}
