package org.tidings.replication.muxrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tidings.feed.json.Json;
import org.tidings.replication.transport.PipeChannel;

/// What a peer can make us keep that nobody here has received.
class UnreadBoundsTest extends Scripted {
  @Test
  void aFullInboxStopsTheReaderAndNothingIsLost() throws Exception {
    RpcLimits tight = limits(10, new RpcLimits.Memory(1 << 10, 1 << 16, 1 << 16));
    List<PipeChannel> narrow = PipeChannel.pair();
    try (ScriptedPeer fast = new ScriptedPeer(narrow.get(0));
        RpcConnection slow =
            new RpcConnection(narrow.get(1), SOMEBODY, procedures(), tight).start()) {
      RpcStream stream = slow.open(LIVE);
      fast.hears();
      AtomicInteger sent = new AtomicInteger();
      Thread.ofVirtual().start(() -> pour(fast, sent));
      await().until(() -> sent.get() > 100);
      assertThat(slow.traffic().framesReceived()).as("numbers in a KiB of memory").isLessThan(60);
      for (int i = 0; i < 20_000; i++) {
        assertThat(stream.receive()).hasValue(Body.json(Json.of(i)));
      }
    }
  }

  @Test
  void whatIsUnreadOnAllStreamsTogetherStopsTheReaderUntilOneIsReceived() throws Exception {
    RpcLimits tight = limits(10, new RpcLimits.Memory(1 << 10, 1 << 11, 1 << 16));
    List<PipeChannel> narrow = PipeChannel.pair();
    try (ScriptedPeer fast = new ScriptedPeer(narrow.get(0));
        RpcConnection slow =
            new RpcConnection(narrow.get(1), SOMEBODY, procedures(), tight).start()) {
      List<RpcStream> streams = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        streams.add(slow.open(LIVE));
        fast.hears();
      }
      for (int item = 0; item < 10; item++) {
        for (int stream = 1; stream <= 10; stream++) {
          fast.streams(-stream, "0");
        }
      }
      await().until(() -> slow.traffic().framesReceived() > 30);
      await().during(Duration.ofMillis(200)).until(() -> slow.traffic().framesReceived() < 40);
      for (int i = 0; i < 10; i++) {
        for (RpcStream stream : streams) {
          assertThat(stream.receive()).hasValue(Body.json(Json.of(0)));
        }
      }
    }
  }

  @Test
  void whatAHandlerLeftUnreadWhenItWasDoneIsInNobodysWay() throws Exception {
    RpcLimits tight = limits(100, new RpcLimits.Memory(1 << 10, 1 << 11, 1 << 16));
    List<PipeChannel> narrow = PipeChannel.pair();
    CountDownLatch done = new CountDownLatch(1);
    Procedures deaf =
        Procedures.of(
            Procedure.async(HELLO, call -> Body.text("hello")),
            Procedure.stream(ECHO, (call, stream) -> done.await()));
    try (ScriptedPeer talker = new ScriptedPeer(narrow.get(0));
        RpcConnection strict = new RpcConnection(narrow.get(1), SOMEBODY, deaf, tight).start()) {
      for (int call = 1; call <= 10; call++) {
        talker.streams(call, open("echo", "duplex"));
        for (int item = 0; item < 10; item++) {
          talker.streams(call, "0");
        }
      }
      talker.says(11, "{\"name\":[\"hello\"],\"args\":[]}");
      await().during(Duration.ofMillis(200)).until(() -> strict.traffic().framesReceived() < 100);
      done.countDown();
      assertThat(talker.hearsFrames(11)).contains("-11 hello");
    }
  }

  @Test
  @Timeout(60)
  void tunnelsOfWhichNobodyReceivesHoldNoOtherUp() throws Exception {
    RpcLimits tight = limits(100, new RpcLimits.Memory(1 << 10, 1 << 11, 1 << 16));
    List<PipeChannel> narrow = PipeChannel.pair();
    CountDownLatch done = new CountDownLatch(1);
    AtomicInteger opened = new AtomicInteger();
    Procedure tunnels =
        Procedure.stream(
            ECHO.asTunnel(),
            (call, stream) -> {
              if (opened.incrementAndGet() <= 4) {
                done.await();
              }
              while (stream.isOpen()) {
                stream.send(stream.receive().orElseThrow());
              }
            });
    try (ScriptedPeer room = new ScriptedPeer(narrow.get(0));
        RpcConnection guest =
            new RpcConnection(narrow.get(1), SOMEBODY, Procedures.of(tunnels), tight).start()) {
      for (int call = 1; call <= 4; call++) {
        room.streams(call, open("echo", "duplex"));
        for (int item = 0; item < 12; item++) {
          room.streams(call, "0");
        }
      }
      await().until(() -> opened.get() == 4);
      room.streams(5, open("echo", "duplex")).streams(5, "1");
      assertThat(room.hearsFrame()).as("beside some that are nearly full").isEqualTo("-5 S 1");
      for (int item = 0; item < 100; item++) {
        room.streams(1, "0");
      }
      assertThat(room.hearsFrame()).isEqualTo("-1 SE " + error("too much at once"));
      for (int item = 0; item < 100; item++) {
        room.streams(5, "2");
        assertThat(room.hearsFrame()).isEqualTo("-5 S 2");
      }
      assertThat(guest.hasEnded()).isFalse();
      done.countDown();
    }
  }

  @Test
  @Timeout(60)
  void aTunnelFromWhichIsTakenAsFastAsFromASlowLineGoesOnForGood() throws Exception {
    RpcLimits tight = limits(100, new RpcLimits.Memory(1 << 10, 1 << 11, 1 << 16));
    List<PipeChannel> narrow = PipeChannel.pair();
    String piece = '"' + "x".repeat(1 << 15) + '"';
    Procedure tunnel =
        Procedure.stream(
            ECHO.asTunnel(),
            (call, stream) -> {
              stream.trust();
              for (int taken = 0; taken < 60; taken++) {
                assertThat(stream.receive()).isPresent();
                await().pollDelay(Duration.ofMillis(50)).until(() -> true);
              }
              stream.send(Body.text("all is here"));
            });
    try (ScriptedPeer room = new ScriptedPeer(narrow.get(0));
        RpcConnection guest =
            new RpcConnection(narrow.get(1), SOMEBODY, Procedures.of(tunnel), tight).start()) {
      room.streams(1, open("echo", "duplex"));
      for (int sent = 0; sent < 60; sent++) {
        room.streams(1, piece);
      }
      assertThat(room.hearsFrame()).isEqualTo("-1 S all is here");
      assertThat(guest.hasEnded()).isFalse();
    }
  }

  @Test
  @Timeout(60)
  void tunnelsOfStrangersShareOnePatience() throws Exception {
    String stranger = open("echo", "duplex");
    assertThat(heldUpAfterAStranger(stranger)).isEqualTo("-2 SE " + error("too much at once"));
  }

  @Test
  @Timeout(60)
  void tunnelsOfThoseWeKnowHaveTheirOwn() throws Exception {
    String known = "{\"name\":[\"echo\"],\"args\":[true],\"type\":\"duplex\"}";
    assertThat(heldUpAfterAStranger(known)).isEqualTo("-2 S 0");
  }

  /// What is heard of a tunnel that brings too much for a moment, after one of a stranger was ended
  /// for that.
  private static String heldUpAfterAStranger(String opening) throws Exception {
    RpcLimits tight = limits(100, new RpcLimits.Memory(1 << 10, 1 << 11, 1 << 16));
    List<PipeChannel> narrow = PipeChannel.pair();
    CountDownLatch late = new CountDownLatch(1);
    Procedure tunnels =
        Procedure.stream(
            ECHO.asTunnel(),
            (call, stream) -> {
              if (call.argument(0).isPresent()) {
                stream.trust();
              }
              stream.send(Body.text("come in"));
              late.await();
              while (stream.isOpen()) {
                stream.send(stream.receive().orElseThrow());
              }
            });
    try (ScriptedPeer room = new ScriptedPeer(narrow.get(0));
        RpcConnection guest =
            new RpcConnection(narrow.get(1), SOMEBODY, Procedures.of(tunnels), tight).start()) {
      overfill(room, 1, open("echo", "duplex"));
      assertThat(room.hearsFrame()).isEqualTo("-1 SE " + error("too much at once"));
      overfill(room, 2, opening);
      await().during(Duration.ofMillis(200)).until(() -> !guest.hasEnded());
      late.countDown();
      return room.hearsFrame();
    }
  }

  /// More than is kept of one that nobody receives from.
  private static void overfill(ScriptedPeer room, int call, String opening) throws IOException {
    room.streams(call, opening);
    assertThat(room.hearsFrame()).isEqualTo("-" + call + " S come in");
    for (int item = 0; item < 100; item++) {
      room.streams(call, "0");
    }
  }

  @Test
  void aReaderThatWaitsForRoomEndsWithTheConnection() throws Exception {
    RpcLimits tight = limits(10, new RpcLimits.Memory(1 << 10, 1 << 10, 1 << 16));
    List<PipeChannel> narrow = PipeChannel.pair();
    try (ScriptedPeer fast = new ScriptedPeer(narrow.get(0));
        RpcConnection slow =
            new RpcConnection(narrow.get(1), SOMEBODY, procedures(), tight).start()) {
      slow.open(LIVE);
      Thread.ofVirtual().start(() -> pour(fast, new AtomicInteger()));
      await().until(() -> slow.traffic().framesReceived() > 10);
      slow.expire(System.nanoTime() + Duration.ofMinutes(11).toNanos());
      assertThat(slow.awaitEnd().orElseThrow()).hasMessageContaining("Nothing was heard");
    }
  }

  private static void pour(ScriptedPeer fast, AtomicInteger sent) {
    try {
      for (int i = 0; i < 20_000; i++) {
        fast.streams(-1, String.valueOf(i));
        sent.incrementAndGet();
      }
    } catch (IOException closed) {
      sent.set(-1);
    }
  }
}
