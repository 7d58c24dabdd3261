package org.tidings.replication.muxrpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.replication.transport.PipeChannel;
import org.tidings.replication.transport.ProtocolException;

/// How long what a peer sends at once may be.
class LargeBodiesTest extends Scripted {
  @Test
  void noCallIsOpenedWithMoreThanCallsNeed() throws Exception {
    peer.sendsRaw(
        (byte) 2, (byte) 0, (byte) 1, (byte) 0, (byte) 1, (byte) 0, (byte) 0, (byte) 0, (byte) 1);
    assertThat(ours.awaitEnd().orElseThrow()).hasMessageContaining("65537 bytes");
  }

  @Test
  void aLargeBodyThatTricklesMakesRoomForTheNext() throws Exception {
    LargeBodies room = new LargeBodies(1 << 20);
    List<PipeChannel> slow = PipeChannel.pair();
    List<PipeChannel> quick = PipeChannel.pair();
    Frame large = new Frame(-1, true, false, Body.binary(new byte[900_000]));
    CompletableFuture<Throwable> trickled =
        CompletableFuture.supplyAsync(
            () ->
                Assertions.catchThrowable(
                    () -> reader(slow.get(1), room).read(request -> 1 << 20)));
    new ScriptedPeer(slow.get(0))
        .sendsRaw((byte) 8, (byte) 0, (byte) 15, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0)
        .sendsRaw(new byte[700_000]);
    assertThat(trickled).isNotDone();
    Thread.ofVirtual().start(() -> send(new ScriptedPeer(quick.get(0)), large));
    assertThat(reader(quick.get(1), room).read(request -> 1 << 20)).hasValue(large);
    assertThat(trickled.get()).isInstanceOf(IOException.class);
  }

  private static FrameReader reader(PipeChannel channel, LargeBodies room) {
    return new FrameReader(channel, room, channel::close, new LifeSigns(System.nanoTime()));
  }

  @Test
  void largeBodiesThatNobodyTakesMakeRoomForTheNext() throws Exception {
    List<RpcConnection> all = new ArrayList<>();
    try {
      for (int i = 0; i < 4; i++) {
        hearsLargeBody(RpcConnection::start, all);
      }
      assertThat(all.getFirst().awaitEnd().orElseThrow()).hasMessageContaining("more at once");
      assertThat(all.subList(1, 4)).noneMatch(RpcConnection::hasEnded);
    } finally {
      all.forEach(one -> one.abort(new IOException("test over")));
    }
  }

  @Test
  void largeBodiesOfStrangersMakeRoomForEachOtherAndNobodyWeKnowForThem() throws Exception {
    List<RpcConnection> known = new ArrayList<>();
    List<RpcConnection> strangers = new ArrayList<>();
    try {
      hearsLargeBody(RpcConnection::start, known);
      for (int i = 0; i < 8; i++) {
        hearsLargeBody(connection -> connection.ofStranger().start(), strangers);
      }
      for (RpcConnection gone : strangers.subList(0, 6)) {
        assertThat(gone.awaitEnd().orElseThrow()).hasMessageContaining("more at once");
      }
      assertThat(strangers.subList(6, 8)).noneMatch(RpcConnection::hasEnded);
      assertThat(known).noneMatch(RpcConnection::hasEnded);
    } finally {
      known.forEach(one -> one.abort(new IOException("test over")));
      strangers.forEach(one -> one.abort(new IOException("test over")));
    }
  }

  /// One more of them has a body on its way that nobody takes.
  private void hearsLargeBody(UnaryOperator<RpcConnection> starting, List<RpcConnection> all)
      throws Exception {
    List<PipeChannel> pipe = PipeChannel.pair();
    RpcConnection deaf =
        starting.apply(new RpcConnection(pipe.get(1), SOMEBODY, procedures(), RpcLimits.PEER));
    all.add(deaf);
    deaf.open(Method.source("notes").withBodiesUpTo(8 << 20));
    send(new ScriptedPeer(pipe.get(0)), new Frame(-1, true, false, Body.binary(new byte[8 << 20])));
  }

  @Test
  void aLargeBodyWaitsForWhoeverTakesIt() throws Exception {
    RpcStream stream = ours.open(Method.source("notes").withBodiesUpTo(8 << 20));
    peer.hears();
    Thread.ofVirtual()
        .start(
            () -> {
              send(new Frame(-1, true, false, Body.binary(new byte[1 << 20])));
              send(new Frame(-1, true, false, Body.binary(new byte[2 << 20])));
              send(new Frame(-1, true, true, Body.json(Json.of(true))));
            });
    assertThat(stream.receive().orElseThrow().size()).isEqualTo(1 << 20);
    assertThat(stream.receive().orElseThrow().size()).isEqualTo(2 << 20);
    assertThat(stream.receive()).isEmpty();
  }

  @Test
  void anEndLongerThanAnyErrorIsNotRead() throws Exception {
    RpcStream stream = ours.open(LIVE);
    peer.hears();
    byte[] zeros = ("[" + "0,".repeat(400_000) + "0]").getBytes(UTF_8);
    peer.sends(new Frame(-1, true, true, Body.rawJson(zeros)));
    assertThatThrownBy(stream::receive)
        .isInstanceOf(RpcError.class)
        .hasMessage("an error of 800003 bytes");
    assertThat(ours.hasEnded()).isFalse();
  }

  @Test
  void jsonOfMoreValuesThanAnybodyHasToSayIsNotRead() throws Exception {
    JsonObject.Builder wants = JsonObject.builder();
    for (int i = 0; i < 17_000; i++) {
      wants.put("&%043d=.sha256".formatted(i), -1L);
    }
    byte[] honest = JsonWriter.compact(wants.build());
    assertThat(honest).as("about as long as a frame may be").hasSizeBetween(900_000, 1 << 20);
    assertThat(Body.rawJson(honest).json()).isEqualTo(wants.build());
    for (String one : List.of("0,", "[],", "{},", "[[0]],")) {
      String many = "[" + one.repeat(40_000) + "0]";
      assertThatThrownBy(Body.rawJson(many.getBytes(UTF_8))::json)
          .isInstanceOf(ProtocolException.class)
          .hasMessageContaining("too many values");
    }
  }

  @Test
  void aFrameBeyondTheLimitEndsTheConnectionBeforeItsBody() throws Exception {
    peer.sendsRaw(
        (byte) 2, (byte) 0, (byte) 16, (byte) 0, (byte) 1, (byte) -1, (byte) -1, (byte) -1,
        (byte) -1);
    assertThat(ours.awaitEnd().orElseThrow()).hasMessageContaining("1048577 bytes");
  }

  @Test
  void aMethodMayAllowLargerFrames() throws Exception {
    RpcStream stream = ours.open(Method.source("notes").withBodiesUpTo(8 << 20));
    peer.hears();
    byte[] big = new byte[8 << 20];
    Thread.ofVirtual().start(() -> send(new Frame(-1, true, false, Body.binary(big))));
    assertThat(stream.receive().orElseThrow().size()).isEqualTo(8 << 20);
  }

  private void send(Frame frame) {
    send(peer, frame);
  }

  private void send(ScriptedPeer from, Frame frame) {
    try {
      from.sends(frame);
    } catch (IOException e) {
      seen.add("closed");
    }
  }
}
