package org.tidings.replication.muxrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tidings.replication.transport.PipeChannel;
import org.tidings.replication.transport.ReadChannel;

/// Nonsense and goodbyes: what ends a connection, and what does not.
class RpcEndingsTest extends Scripted {
  @Nested
  class Nonsense {
    @Test
    void leftoversOfUnknownCallsAreIgnored() throws Exception {
      peer.streams(-7, "1").ends(-8, "true").says(-9, "1").ends(5, "true").says(0, "1");
      peer.says(6, "{\"name\":[\"hello\"],\"args\":[]}");
      assertThat(peer.hearsFrame()).isEqualTo("-6 hello");
    }

    @Test
    void dataForAFinishedCallIsNoNewCall() throws Exception {
      peer.streams(3, open("echo", "duplex")).ends(3, "true");
      assertThat(peer.hearsFrame()).isEqualTo("-3 SE true");
      peer.streams(3, "1").streams(3, "{\"name\":\"late\"}");
      peer.says(4, "{\"name\":[\"hello\"],\"args\":[]}");
      assertThat(peer.hearsFrame()).isEqualTo("-4 hello");
    }

    @Test
    void anOpeningThatIsNotJsonEndsTheConnection() throws Exception {
      peer.sends(new Frame(1, false, false, Body.rawJson(new byte[] {'{', 'x'})));
      assertThat(ours.awaitEnd().orElseThrow()).hasMessageContaining("not JSON");
    }

    @Test
    void anUnknownBodyTypeEndsTheConnection() throws Exception {
      peer.sendsRaw(
          (byte) 3,
          (byte) 0,
          (byte) 0,
          (byte) 0,
          (byte) 1,
          (byte) 0,
          (byte) 0,
          (byte) 0,
          (byte) 1,
          (byte) 'x');
      assertThat(ours.awaitEnd().orElseThrow()).hasMessageContaining("unknown message type");
    }

    @Test
    void halfAFrameIsABrokenConnection() throws Exception {
      peer.sendsRaw((byte) 2, (byte) 0, (byte) 0);
      peer.close();
      assertThat(ours.awaitEnd()).isPresent();
    }
  }

  @Nested
  class Faults {
    @Test
    void aFaultInAThreadOfTheConnectionEndsIt() throws Exception {
      ours.startBeside(
          "part",
          () -> {
            throw new IllegalStateException("bug");
          });
      assertThat(ours.awaitEnd().orElseThrow()).hasRootCauseMessage("bug");
    }

    @Test
    void aFaultWhileReadingEndsIt() throws Exception {
      try (RpcConnection faulty =
          new RpcConnection(new FaultyChannel(), SOMEBODY, procedures(), RpcLimits.PEER).start()) {
        assertThat(faulty.awaitEnd().orElseThrow()).hasRootCauseMessage("bug");
      }
    }
  }

  /// Has a bug where it is read from.
  private static final class FaultyChannel extends ReadChannel {
    @Override
    public int read(byte[] buffer, int offset, int length) {
      throw new IllegalStateException("bug");
    }
  }

  @Nested
  class Goodbyes {
    @Test
    void oursComesAfterAllThatWaits() throws Exception {
      RpcStream stream = ours.open(ECHO);
      stream.send(Body.text("last words"));
      ours.close();
      peer.hears();
      assertThat(peer.hearsFrame()).isEqualTo("1 S last words");
      assertThat(peer.hearsFrame()).isEqualTo("goodbye");
      peer.saysGoodbye();
      assertThat(ours.awaitEnd()).isEmpty();
      assertThatThrownBy(stream::receive).isInstanceOf(IOException.class);
    }

    @Test
    void whoGoesOnCallingAfterOursIsNotServed() throws Exception {
      ours.close();
      assertThat(peer.hearsFrame()).isEqualTo("goodbye");
      peer.streams(1, open("live", "source")).saysGoodbye();
      assertThat(ours.awaitEnd()).isEmpty();
      assertThat(seen).isEmpty();
    }

    @Test
    void theirsAfterOursShowsThatAllOfOursHasCome() throws Exception {
      ours.close();
      assertThat(peer.hearsFrame()).isEqualTo("goodbye");
      peer.saysGoodbye();
      assertThat(ours.awaitEnd()).isEmpty();
      assertThat(ours.hasReturnedGoodbye()).isTrue();
    }

    @Test
    void theirsBeforeOursShowsNothing() throws Exception {
      peer.saysGoodbye();
      assertThat(ours.awaitEnd()).isEmpty();
      assertThat(ours.hasReturnedGoodbye()).isFalse();
    }

    @Test
    void theirsIsReturnedAndWhatFollowsIsNotRead() throws Exception {
      byte[] goodbyeAndMore = new byte[20];
      Arrays.fill(goodbyeAndMore, 9, 20, (byte) 'x');
      peer.sendsRaw(goodbyeAndMore);
      assertThat(peer.hearsFrame()).isEqualTo("goodbye");
      assertThat(ours.awaitEnd()).isEqualTo(Optional.empty());
    }

    /// What was read together with what went before it is still looked at when all is over.
    @Test
    @Timeout(30)
    void aCallThatIsReadWhenAllIsOverDoesNotBegin() throws Exception {
      CountDownLatch never = new CountDownLatch(1);
      Procedures procedures =
          Procedures.of(
              Procedure.stream(ECHO, (call, stream) -> never.await()),
              Procedure.stream(LIVE, (call, stream) -> seen.add("begun")));
      List<PipeChannel> pipe = PipeChannel.pair();
      String item = "\"" + "x".repeat(800) + "\"";
      ScriptedPeer talker = new ScriptedPeer(pipe.get(0));
      RpcLimits tight =
          new RpcLimits(
              RpcLimits.PEER.calls(),
              new RpcLimits.Memory(1 << 10, 1 << 16, 1 << 16),
              RpcLimits.PEER.patience());
      talker.streams(1, open("echo", "duplex")).streams(1, item).streams(1, item);
      talker.streams(2, open("live", "source"));
      try (RpcConnection full =
          new RpcConnection(pipe.get(1), SOMEBODY, procedures, tight).start()) {
        await().until(() -> full.traffic().framesReceived() == 3);
        full.abort(new IOException("cut"));
        await().until(() -> full.traffic().framesReceived() == 4);
        await().during(Duration.ofMillis(200)).until(seen::isEmpty);
      }
    }

    @Test
    void handlersAreInterrupted() throws Exception {
      peer.streams(1, open("live", "source"));
      assertThat(seen.take()).isEqualTo("waiting");
      peer.saysGoodbye();
      assertThat(seen.take()).isEqualTo("interrupted");
    }
  }
}
