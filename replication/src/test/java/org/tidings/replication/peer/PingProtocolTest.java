package org.tidings.replication.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Procedures;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcLimits;
import org.tidings.replication.muxrpc.ScriptedPeer;
import org.tidings.replication.peer.PeerSession.Direction;
import org.tidings.replication.transport.PipeChannel;

/// Pings with a peer that follows a script.
class PingProtocolTest {
  private static final FeedId SOMEBODY = FeedId.of(new byte[32]);
  private static final Instant NOW = Instant.ofEpochMilli(1_000);
  private static final String PING =
      "{\"name\":[\"gossip\",\"ping\"],\"args\":[{\"timeout\":1}],\"type\":\"duplex\"}";

  private final List<PipeChannel> pipe = PipeChannel.pair();
  private final ScriptedPeer peer = new ScriptedPeer(pipe.get(0));

  private RpcConnection start(PingProtocol protocol, Direction direction) {
    PeerSession session =
        new PeerSession(SOMEBODY, direction, PeerSession.Path.DIRECT, NOW, new Progress());
    Procedures procedures = Procedures.of(protocol.procedures(session));
    RpcConnection connection =
        new RpcConnection(pipe.get(1), SOMEBODY, procedures, RpcLimits.PEER).start();
    Thread.ofVirtual().start(() -> run(protocol, session, connection));
    return connection;
  }

  private static void run(PingProtocol protocol, PeerSession session, RpcConnection connection) {
    try {
      protocol.connected(session, connection);
    } catch (IOException | InterruptedException ended) {
      connection.abort(new IOException(ended));
    }
  }

  @AfterEach
  void hangUp() {
    peer.close();
  }

  @Test
  void theirPingIsReturnedWithOurTime() throws Exception {
    start(patient(), Direction.INCOMING);
    peer.streams(1, PING).streams(1, "5");
    assertThat(peer.hearsFrame()).isEqualTo("-1 S 1000");
    peer.streams(1, "6");
    assertThat(peer.hearsFrame()).isEqualTo("-1 S 1000");
  }

  @Test
  void afterAPauseItIsOurTurnToServeAndTheirsToReturn() throws Exception {
    start(hasty(), Direction.INCOMING);
    peer.streams(1, PING).streams(1, "5");
    assertThat(peer.hearsFrame()).isEqualTo("-1 S 1000");
    assertThat(peer.hearsFrame()).isEqualTo("-1 S 1000");
  }

  @Test
  void theDiallingSideServesFirst() throws Exception {
    start(patient(), Direction.OUTGOING);
    assertThat(peer.hearsFrame())
        .isEqualTo(
            "1 S {\"name\":[\"gossip\",\"ping\"],\"args\":[{\"timeout\":300000}],\"type\":\"duplex\"}");
    assertThat(peer.hearsFrame()).isEqualTo("1 S 1000");
  }

  @Test
  void aPongIsNotReturned() throws Exception {
    start(patient(), Direction.OUTGOING);
    peer.hears();
    peer.hears();
    peer.streams(-1, "7").streams(-1, "8");
    assertThat(peer.hearsFrame()).isEqualTo("1 S 1000");
    peer.ends(-1, "true");
    assertThat(peer.hearsFrame()).isEqualTo("1 SE true");
  }

  @Test
  void whoOnlyEverReturnsIsServedAgain() throws Exception {
    start(hasty(), Direction.OUTGOING);
    peer.hears();
    for (int i = 0; i < 3; i++) {
      assertThat(peer.hearsFrame()).isEqualTo("1 S 1000");
      peer.streams(-1, "7");
    }
  }

  @Test
  void anAnswerOfAnyKindIsASignOfLife() throws Exception {
    RpcConnection connection = quiet();
    Future<Boolean> returned = asked(connection);
    peer.hears();
    peer.hears();
    peer.streams(-1, "7");
    assertThat(returned.get()).isTrue();
    Future<Boolean> refused = asked(connection);
    peer.hears();
    peer.hears();
    peer.hears();
    peer.ends(-2, "{\"message\":\"method:gossip,ping is not in list of allowed methods\"}");
    assertThat(refused.get()).isTrue();
    Future<Boolean> unanswered = asked(connection);
    connection.abort(new IOException("given up"));
    assertThat(unanswered.get()).isFalse();
  }

  private RpcConnection quiet() {
    return new RpcConnection(pipe.get(1), SOMEBODY, Procedures.of(List.of()), RpcLimits.PEER)
        .start();
  }

  private static Future<Boolean> asked(RpcConnection connection) {
    FutureTask<Boolean> asking = new FutureTask<>(() -> PingProtocol.answers(connection));
    Thread.ofVirtual().start(asking);
    return asking;
  }

  @Test
  void connPingIsServedToo() throws Exception {
    start(patient(), Direction.INCOMING);
    peer.streams(1, PING.replace("gossip", "conn")).streams(1, "5");
    assertThat(peer.hearsFrame()).isEqualTo("-1 S 1000");
  }

  private static PingProtocol patient() {
    return new PingProtocol(InstantSource.fixed(NOW), Duration.ofMinutes(5));
  }

  private static PingProtocol hasty() {
    return new PingProtocol(InstantSource.fixed(NOW), Duration.ofMillis(1));
  }
}
