package org.tidings.replication.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Frame;
import org.tidings.replication.muxrpc.Procedures;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcLimits;
import org.tidings.replication.muxrpc.RpcStream;
import org.tidings.replication.muxrpc.ScriptedPeer;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.PipeChannel;

/// What a room's refusal means, whichever way the bytes of a tunnel are going when it comes.
@Timeout(30)
class TunnelChannelTest {
  private static final FeedId ROOM = FeedId.of(SomeKeys.of("room").publicKey());
  private static final String REFUSAL = "{\"name\":\"Error\",\"message\":\"could not connect\"}";

  private final List<PipeChannel> pipe = PipeChannel.pair();
  private final ScriptedPeer room = new ScriptedPeer(pipe.get(0));
  private final byte[] bytes = new byte[8];
  private RpcConnection connection;
  private RpcStream stream;
  private TunnelChannel tunnel;

  @BeforeEach
  void open() throws Exception {
    connection =
        new RpcConnection(pipe.get(1), ROOM, Procedures.of(List.of()), RpcLimits.PEER).start();
    stream = connection.open(Rooms.CONNECT, JsonObject.of());
    tunnel = new TunnelChannel(stream, "a room");
    room.hears();
  }

  @AfterEach
  void close() {
    connection.close();
    room.close();
  }

  @Test
  void whoIsRefusedBeforeItSpeaksIsToldThatNobodyIsThere() throws Exception {
    refuse();
    assertFails(() -> tunnel.write(bytes, 0, bytes.length), Failure.ABSENT);
  }

  @Test
  void whoIsRefusedWhileItListensIsToldThatNobodyIsThere() throws Exception {
    refuse();
    assertFails(() -> tunnel.read(bytes, 0, bytes.length), Failure.ABSENT);
  }

  @Test
  void whatEndsAfterSomebodySpokeHasBrokenOff() throws Exception {
    room.sends(new Frame(-1, true, false, Body.binary(new byte[] {1})));
    tunnel.read(bytes, 0, bytes.length);
    refuse();
    assertFails(() -> tunnel.write(bytes, 0, bytes.length), Failure.DROPPED);
  }

  private void refuse() throws Exception {
    room.ends(-1, REFUSAL);
    await().until(() -> !stream.isOpen());
  }

  private static void assertFails(ThrowingCallable call, Failure failure) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ConnectionFailedException.class, e -> assertThat(e.failure()).isEqualTo(failure));
  }
}
