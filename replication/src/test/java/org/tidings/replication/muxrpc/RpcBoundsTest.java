package org.tidings.replication.muxrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tidings.replication.transport.PipeChannel;

/// How many calls a peer can make of us, and what it can send beside them.
class RpcBoundsTest extends Scripted {
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

  @Test
  void tooManyOpenCallsAreRefusedOneByOne() throws Exception {
    RpcLimits few = limits(2, RpcLimits.PEER.memory());
    List<PipeChannel> narrow = PipeChannel.pair();
    try (ScriptedPeer greedy = new ScriptedPeer(narrow.get(0));
        RpcConnection strict =
            new RpcConnection(narrow.get(1), SOMEBODY, procedures(), few).start()) {
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
}
