package org.tidings.replication.muxrpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.tidings.replication.muxrpc.Scripted.ECHO;
import static org.tidings.replication.muxrpc.Scripted.HELLO;
import static org.tidings.replication.muxrpc.Scripted.LIVE;
import static org.tidings.replication.muxrpc.Scripted.SOMEBODY;
import static org.tidings.replication.muxrpc.Scripted.error;
import static org.tidings.replication.muxrpc.Scripted.open;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.replication.transport.PipeChannel;
import org.tidings.replication.transport.ProtocolException;

/// What a peer can make us keep, send and wait for.
class RpcBoundsTest {
  private final Scripted scripted = new Scripted();
  private final ScriptedPeer peer = scripted.peer();
  private final RpcConnection ours = scripted.ours();
  private final BlockingQueue<String> seen = scripted.seen();

  @AfterEach
  void hangUp() {
    scripted.close();
  }

  @Test
  void aFullInboxStopsTheReaderAndNothingIsLost() throws Exception {
    RpcLimits tight = limits(10, new RpcLimits.Memory(1 << 10, 1 << 16, 1 << 16));
    List<PipeChannel> narrow = PipeChannel.pair();
    try (ScriptedPeer fast = new ScriptedPeer(narrow.get(0));
        RpcConnection slow =
            new RpcConnection(narrow.get(1), SOMEBODY, scripted.procedures(), tight).start()) {
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
            new RpcConnection(narrow.get(1), SOMEBODY, scripted.procedures(), tight).start()) {
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
            new RpcConnection(narrow.get(1), SOMEBODY, scripted.procedures(), tight).start()) {
      slow.open(LIVE);
      Thread.ofVirtual().start(() -> pour(fast, new AtomicInteger()));
      await().until(() -> slow.traffic().framesReceived() > 10);
      slow.expire(System.nanoTime() + Duration.ofMinutes(11).toNanos());
      assertThat(slow.awaitEnd().orElseThrow()).hasMessageContaining("Nothing was heard");
    }
  }

  @Test
  void callsThatAreOpenedWithMuchAreFew() throws Exception {
    String name = "{\"name\":[\"live\"],\"type\":\"source\",\"args\":";
    String much = name + "[\"" + "x".repeat(600) + "\"]}";
    for (int i = 1; i <= 5; i++) {
      peer.streams(i, much);
    }
    assertThat(peer.hearsFrame()).isEqualTo("-5 SE " + error("too many open requests"));
    peer.streams(6, name + "[]}").ends(1, "true");
    assertThat(peer.hearsFrame()).isEqualTo("-1 SE true");
    peer.streams(7, much).streams(8, much);
    assertThat(peer.hearsFrame()).isEqualTo("-8 SE " + error("too many open requests"));
  }

  private static RpcLimits limits(int openCalls, RpcLimits.Memory memory) {
    return new RpcLimits(
        new RpcLimits.Calls(1 << 16, openCalls, 4), memory, RpcLimits.PEER.patience());
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

  @Test
  void tooManyOpenCallsAreRefusedOneByOne() throws Exception {
    RpcLimits few = limits(2, RpcLimits.PEER.memory());
    List<PipeChannel> narrow = PipeChannel.pair();
    try (ScriptedPeer greedy = new ScriptedPeer(narrow.get(0));
        RpcConnection strict =
            new RpcConnection(narrow.get(1), SOMEBODY, scripted.procedures(), few).start()) {
      for (int i = 1; i <= 3; i++) {
        greedy.streams(i, open("live", "source"));
      }
      assertThat(greedy.hearsFrame()).isEqualTo("-3 SE " + error("too many open requests"));
      assertThat(strict.hasEnded()).isFalse();
    }
  }

  @Test
  void callsWithABoundOfTheirOwnAreCountedApart() throws Exception {
    RpcLimits few = limits(1, RpcLimits.PEER.memory());
    List<PipeChannel> narrow = PipeChannel.pair();
    Procedures two =
        Procedures.of(
            Procedure.stream(LIVE, (call, stream) -> stream.receive()),
            Procedure.stream(ECHO.withOpenUpTo(2), (call, stream) -> stream.receive()));
    try (ScriptedPeer greedy = new ScriptedPeer(narrow.get(0));
        RpcConnection strict = new RpcConnection(narrow.get(1), SOMEBODY, two, few).start()) {
      greedy.streams(1, open("echo", "duplex")).streams(2, open("echo", "duplex"));
      greedy.streams(3, open("echo", "duplex"));
      assertThat(greedy.hearsFrame()).isEqualTo("-3 SE " + error("too many open requests"));
      greedy.streams(4, open("live", "source")).streams(5, open("live", "source"));
      assertThat(greedy.hearsFrame()).isEqualTo("-5 SE " + error("too many open requests"));
      assertThat(strict.hasEnded()).isFalse();
    }
  }

  @Test
  void aFloodWhoseAnswersNobodyReadsEndsTheConnection() throws Exception {
    Thread.ofVirtual().start(this::flood);
    assertThat(ours.awaitEnd().orElseThrow()).hasMessageContaining("more questions");
    assertThat(ours.traffic().framesReceived()).isLessThan(14_000);
  }

  @Test
  void whoGoesOnWithACallThatIsOverIsCut() throws Exception {
    RpcStream stream = ours.open(LIVE);
    peer.hears();
    peer.ends(-1, "true");
    await().until(() -> !stream.isOpen());
    Thread.ofVirtual().start(() -> goOn(peer, -1));
    assertThat(ours.awaitEnd().orElseThrow()).hasMessageContaining("nobody waits for");
  }

  @Test
  @Timeout(60)
  void whoGoesOnWithACallThatWeHaveGivenUpIsCut() throws Exception {
    ours.open(LIVE).close();
    Thread.ofVirtual().start(() -> goOn(peer, -1));
    assertThat(ours.awaitEnd().orElseThrow()).hasMessageContaining("nobody waits for");
  }

  @Test
  @Timeout(60)
  void whatStrangersGoOnWithInATunnelThatWeHaveGivenUpIsNotOnTheRoom() throws Exception {
    ours.open(ECHO.asTunnel()).close();
    for (int sent = 0; sent <= Leftovers.MOST; sent += 1 << 15) {
      peer.sends(new Frame(-1, true, false, Body.binary(new byte[1 << 15])));
    }
    peer.ends(-1, "true").says(1, "{\"name\":[\"hello\"],\"args\":[]}");
    assertThat(peer.hearsFrames(3)).contains("-1 hello");
  }

  @Test
  void theRestOfACallThatWasOnItsWayIsDropped() throws Exception {
    RpcStream stream = ours.open(LIVE);
    peer.hears();
    peer.ends(-1, "true");
    await().until(() -> !stream.isOpen());
    for (int i = 0; i < 200; i++) {
      peer.sends(new Frame(-1, true, false, Body.binary(new byte[1 << 15])));
    }
    ours.open(LIVE);
    assertThat(peer.hearsFrames(2)).anyMatch(frame -> frame.startsWith("2 S"));
    assertThat(ours.hasEnded()).isFalse();
  }

  @Test
  @Timeout(60)
  void whoSendsWhatBelongsToNoCallIsCut() throws Exception {
    Thread.ofVirtual().start(() -> goOn(peer, 0));
    assertThat(ours.awaitEnd().orElseThrow()).hasMessageContaining("nobody waits for");
  }

  @Test
  @Timeout(60)
  void whoSendsOnASourceThatItReadsIsCut() throws Exception {
    peer.streams(1, open("live", "source"));
    Thread.ofVirtual().start(() -> goOn(peer, 1));
    assertThat(ours.awaitEnd().orElseThrow()).hasMessageContaining("nobody waits for");
  }

  @Test
  @Timeout(60)
  void whoGoesOnWithACallThatIsNotAnsweredYetIsCut() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    Procedure slow =
        Procedure.async(
            HELLO,
            call -> {
              never.await();
              return Body.text("hello");
            });
    List<PipeChannel> pipe = PipeChannel.pair();
    try (ScriptedPeer talker = new ScriptedPeer(pipe.get(0));
        RpcConnection deaf =
            new RpcConnection(pipe.get(1), SOMEBODY, Procedures.of(slow), RpcLimits.PEER).start()) {
      talker.says(1, "{\"name\":[\"hello\"],\"args\":[]}");
      Thread.ofVirtual().start(() -> goOn(talker, 1));
      assertThat(deaf.awaitEnd().orElseThrow()).hasMessageContaining("nobody waits for");
    }
  }

  private void goOn(ScriptedPeer talker, int request) {
    try {
      while (true) {
        talker.sends(new Frame(request, true, false, Body.binary(new byte[1 << 15])));
      }
    } catch (IOException closed) {
      seen.add("closed");
    }
  }

  private void flood() {
    try {
      for (int i = 1; i < 1_000_000; i++) {
        peer.streams(i, open("echo", "duplex")).ends(i, error("enough"));
      }
    } catch (IOException closed) {
      seen.add("closed");
    }
  }

  @Test
  void whatAPeerSaidIsToldBackToItBriefly() throws Exception {
    peer.streams(1, open("x".repeat(50_000), "source"));
    assertThat(peer.hearsFrame()).startsWith("-1 SE {").hasSizeLessThan(1_200);
    peer.streams(2, open("echo", "duplex")).ends(2, error("y".repeat(900_000)));
    assertThat(peer.hearsFrame()).isEqualTo("-2 SE true");
  }

  @Test
  void longRefusalsThatNobodyReadsEndTheConnection() throws Exception {
    Thread.ofVirtual().start(this::floodWithNames);
    assertThat(ours.awaitEnd().orElseThrow()).hasMessageContaining("more questions");
    assertThat(ours.traffic().framesReceived()).isLessThan(1_000);
  }

  private void floodWithNames() {
    try {
      for (int i = 1; i < 1_000; i++) {
        peer.streams(i, open("x".repeat(2_000), "source"));
      }
    } catch (IOException closed) {
      seen.add("closed");
    }
  }

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
        starting.apply(
            new RpcConnection(pipe.get(1), SOMEBODY, scripted.procedures(), RpcLimits.PEER));
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
        new RpcConnection(
            PipeChannel.pair().getFirst(), SOMEBODY, scripted.procedures(), RpcLimits.PEER)) {
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
}
