package org.tidings.replication.muxrpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidings.feed.json.Json;
import org.tidings.replication.transport.PipeChannel;

/// Calls a peer makes on us.
class ServedCallsTest extends Scripted {
  @Test
  void textAnswersAreTextFrames() throws Exception {
    peer.says(1, "{\"name\":[\"hello\"],\"args\":[]}");
    Frame answer = peer.hears().orElseThrow();
    assertThat(answer.body()).isInstanceOf(TextBody.class);
    assertThat(ScriptedPeer.shown(answer)).isEqualTo("-1 hello");
  }

  @Test
  void aStrangersAreAnsweredNoFasterThanOneAMillisecondAfterTheFirstThousand() throws Exception {
    List<PipeChannel> pipe = PipeChannel.pair();
    RpcConnection served = new RpcConnection(pipe.get(1), SOMEBODY, procedures(), RpcLimits.PEER);
    long began = System.nanoTime();
    try (ScriptedPeer stranger = new ScriptedPeer(pipe.get(0));
        RpcConnection _ = served.ofStranger().start()) {
      for (int call = 1; call <= 3_000; call++) {
        stranger.says(call, "{\"name\":[\"hello\"],\"args\":[]}").hears();
      }
      assertThat(Duration.ofNanos(System.nanoTime() - began).toMillis()).isGreaterThan(1_900);
    }
  }

  @Test
  void aBareStringIsANameToo() throws Exception {
    peer.says(1, "{\"name\":\"hello\",\"args\":[],\"type\":\"async\"}");
    assertThat(peer.hearsFrame()).isEqualTo("-1 hello");
  }

  @Test
  void unknownMethodsAreRefusedInTheWordsOthersMatchOn() throws Exception {
    peer.says(1, "{\"name\":[\"room\",\"metadata\"],\"args\":[]}");
    peer.streams(2, "{\"name\":[\"blobs\",\"changes\"],\"args\":[],\"type\":\"source\"}");
    assertThat(peer.hearsFrame()).isEqualTo("-1 E " + error("method:room,metadata" + NOT_ALLOWED));
    assertThat(peer.hearsFrame()).isEqualTo("-2 SE " + error("method:blobs,changes" + NOT_ALLOWED));
  }

  @Test
  void theWrongShapeIsRefusedInTheWordsOthersMatchOn() throws Exception {
    peer.streams(1, "{\"name\":[\"hello\"],\"args\":[],\"type\":\"source\"}");
    peer.streams(2, "{\"name\":[\"hello\"],\"args\":[],\"type\":\"async\"}");
    peer.streams(3, "{\"name\":[\"hello\"],\"args\":[]}");
    peer.says(4, "{\"name\":[\"echo\"],\"args\":[]}");
    assertThat(peer.hearsFrame()).isEqualTo("-1 SE " + error("no source:hello"));
    assertThat(peer.hearsFrame()).isEqualTo("-2 SE " + error("unsupported stream type: async"));
    assertThat(peer.hearsFrame()).isEqualTo("-3 SE " + error("unsupported stream type: undefined"));
    assertThat(peer.hearsFrame()).isEqualTo("-4 E " + error("no async:echo"));
  }

  @Test
  void argumentsMustBeAnArray() throws Exception {
    peer.says(1, "{\"name\":[\"hello\"],\"args\":7}");
    assertThat(peer.hearsFrame())
        .isEqualTo(
            "-1 E {\"message\":\"invalid request, args should be array, was:"
                + " {\\\"name\\\":[\\\"hello\\\"],\\\"args\\\":7}\",\"name\":\"Error\",\"stack\":\"\"}");
  }

  @Test
  void theManifestListsWhatTheyMayCall() throws Exception {
    peer.says(1, "{\"name\":[\"manifest\"],\"args\":[]}");
    assertThat(peer.hearsFrame())
        .isEqualTo(
            "-1 {\"manifest\":\"async\",\"hello\":\"async\",\"broken\":\"async\","
                + "\"echo\":\"duplex\",\"live\":\"source\",\"collect\":\"sink\"}");
  }

  @Test
  void ourBugIsAnErrorOfThatCallAlone() throws Exception {
    peer.says(1, "{\"name\":[\"broken\"],\"args\":[]}").says(2, "{\"name\":\"hello\",\"args\":[]}");
    assertThat(peer.hearsFrames(2)).containsExactly("-1 E " + error("internal error"), "-2 hello");
  }

  @Test
  void aDuplexEndsInEachDirectionOnItsOwn() throws Exception {
    peer.streams(1, open("echo", "duplex")).streams(1, "1").ends(1, "true");
    assertThat(peer.hearsFrame()).isEqualTo("-1 S 1");
    assertThat(peer.hearsFrame()).isEqualTo("-1 SE true");
  }

  @Test
  void anErrorEndIsEchoedAtOnce() throws Exception {
    peer.streams(1, open("echo", "duplex")).ends(1, error("enough"));
    assertThat(peer.hearsFrame()).isEqualTo("-1 SE " + error("enough"));
  }

  @Test
  void aCancelledSourceIsInterruptedAndEnded() throws Exception {
    peer.streams(1, open("live", "source"));
    assertThat(seen.take()).isEqualTo("waiting");
    peer.ends(1, "true");
    assertThat(peer.hearsFrame()).isEqualTo("-1 SE true");
    assertThat(seen.take()).isEqualTo("interrupted");
  }

  @Test
  void aSinkIsEndedWhenItsHandlerIsDone() throws Exception {
    peer.streams(1, open("collect", "sink")).streams(1, "1").streams(1, "\"x\"").ends(1, "true");
    assertThat(peer.hearsFrame()).isEqualTo("-1 SE true");
    assertThat(seen).containsExactly("1", "\"x\"", "end");
  }

  @Test
  void aLowerNumberNotSeenBeforeIsANewCall() throws Exception {
    peer.says(2, "{\"name\":[\"hello\"],\"args\":[]}");
    assertThat(peer.hearsFrame()).isEqualTo("-2 hello");
    peer.says(1, "{\"name\":[\"hello\"],\"args\":[]}");
    assertThat(peer.hearsFrame()).isEqualTo("-1 hello");
  }

  @Test
  void bothSidesMayUseTheSameNumber() throws Exception {
    peer.streams(1, open("echo", "duplex"));
    RpcStream stream = ours.open(Method.duplex("theirs"));
    assertThat(peer.hearsFrame()).startsWith("1 S {\"name\":[\"theirs\"]");
    peer.streams(-1, "\"for the caller\"").streams(1, "\"for the handler\"");
    assertThat(stream.receive()).hasValue(Body.json(Json.of("for the caller")));
    assertThat(peer.hearsFrame()).isEqualTo("-1 S \"for the handler\"");
  }
}
