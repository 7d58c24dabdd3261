package org.tidings.replication.muxrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tidings.replication.muxrpc.Scripted.ECHO;
import static org.tidings.replication.muxrpc.Scripted.open;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Nonsense and goodbyes: what ends a connection, and what does not.
class RpcEndingsTest {
  private final Scripted scripted = new Scripted();
  private final ScriptedPeer peer = scripted.peer();
  private final RpcConnection ours = scripted.ours();
  private final BlockingQueue<String> seen = scripted.seen();

  @AfterEach
  void hangUp() {
    scripted.close();
  }

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
    void theirsIsReturnedAndWhatFollowsIsNotRead() throws Exception {
      byte[] goodbyeAndMore = new byte[20];
      Arrays.fill(goodbyeAndMore, 9, 20, (byte) 'x');
      peer.sendsRaw(goodbyeAndMore);
      assertThat(peer.hearsFrame()).isEqualTo("goodbye");
      assertThat(ours.awaitEnd()).isEqualTo(Optional.empty());
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
