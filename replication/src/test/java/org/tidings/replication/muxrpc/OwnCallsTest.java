package org.tidings.replication.muxrpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.tidings.feed.json.Json;

/// Calls we make on a peer.
class OwnCallsTest extends Scripted {
  @Test
  void errorsMayBeAnything() throws Exception {
    assertThat(errorFor("\"gone\"")).isEqualTo("gone");
    assertThat(errorFor("{\"message\":\"gone\"}")).isEqualTo("gone");
    assertThat(errorFor("{\"code\":7}")).isEqualTo("{\"code\":7}");
    assertThat(errorFor("null")).isEqualTo("null");
  }

  private String errorFor(String body) throws Exception {
    BlockingQueue<String> message = new LinkedBlockingQueue<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                message.add(ours.call(HELLO).toString());
              } catch (RpcError error) {
                message.add(error.message());
              } catch (IOException | InterruptedException e) {
                message.add("failed: " + e);
              }
            });
    int number = peer.hears().orElseThrow().request();
    ScriptedPeer answer =
        peer.sends(new Frame(-number, false, true, Body.rawJson(body.getBytes(UTF_8))));
    assertThat(answer).isSameAs(peer);
    return message.take();
  }

  @Test
  void missingMethodsAreRecognisedInBothDialects() {
    Method ebt = Method.duplex("ebt.replicate");
    assertThat(new RpcError("method:ebt,replicate" + NOT_ALLOWED).saysMissing(ebt)).isTrue();
    assertThat(new RpcError("muxrpc: no such command: ebt.replicate").saysMissing(ebt)).isTrue();
    assertThat(new RpcError("no duplex:ebt,replicate").saysMissing(ebt)).isTrue();
    assertThat(new RpcError("method:ebt,clock" + NOT_ALLOWED).saysMissing(ebt)).isFalse();
    assertThat(new RpcError("reconnected to peer").saysMissing(ebt)).isFalse();
  }

  @Test
  void whatCameBeforeAnErrorIsReadFirst() throws Exception {
    RpcStream stream = ours.open(LIVE);
    peer.hears();
    peer.streams(-1, "1").ends(-1, error("boom"));
    assertThat(peer.hearsFrame()).isEqualTo("1 SE " + error("boom"));
    assertThat(stream.receive()).hasValue(Body.json(Json.of(1)));
    assertThatThrownBy(stream::receive).isInstanceOf(RpcError.class).hasMessage("boom");
  }

  @Test
  void nothingCanBeSentAfterTheEnd() throws Exception {
    RpcStream stream = ours.open(ECHO);
    stream.end();
    assertThatThrownBy(() -> stream.send(Body.text("late")))
        .isInstanceOf(StreamClosedException.class);
  }

  @Test
  void openCallsFailWhenTheConnectionEnds() throws Exception {
    RpcStream stream = ours.open(LIVE);
    peer.hears();
    peer.close();
    assertThatThrownBy(stream::receive).isInstanceOf(IOException.class);
    assertThat(ours.awaitEnd()).isPresent();
    assertThatThrownBy(() -> ours.open(LIVE)).isInstanceOf(IOException.class);
  }
}
