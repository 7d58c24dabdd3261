package org.tidings.replication.muxrpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonNumber;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.transport.PipeChannel;

/// The recorded sessions of the reference: our client sends what its client sent when our server,
/// or a peer that says what its server said, is at the other end; our server answers as its server
/// did.
class SessionVectorsTest {
  private static final FeedId SOMEBODY = FeedId.of(new byte[32]);

  private final List<PipeChannel> pipe = PipeChannel.pair();
  private final ScriptedPeer peer = new ScriptedPeer(pipe.get(0));
  private final RpcConnection ours =
      new RpcConnection(pipe.get(1), SOMEBODY, procedures(), RpcLimits.PEER).start();

  @AfterEach
  void hangUp() {
    peer.close();
    ours.abort(new IOException("test over"));
  }

  @Test
  void ourServerAnswersAnAsyncCall() throws Exception {
    assertServes("async call");
  }

  @Test
  void ourServerAnswersWithAnError() throws Exception {
    assertServes("async error");
  }

  @Test
  void ourServerServesASource() throws Exception {
    assertServes("source of three");
  }

  @Test
  void ourServerEndsASourceWithAnError() throws Exception {
    assertServes("source error after two");
  }

  @Test
  void ourServerAnswersTwoCallsAtOnce() throws Exception {
    assertServes("two calls at once");
  }

  @Test
  void ourServerSaysGoodbyeAfterACall() throws Exception {
    assertServes("close after a call");
    peer.saysGoodbye();
    assertThat(peer.hearsFrame()).isEqualTo("goodbye");
  }

  @Test
  void ourServerStopsASourceTheClientAborts() throws Exception {
    List<String> sent = frames("client aborts a source after two", "clientSends");
    List<String> answers = frames("client aborts a source after two", "serverSends");
    JsonObject open = opening("client aborts a source after two");
    peer.streams(1, open.toString()).ends(1, "true");
    List<String> heard = new ArrayList<>();
    do {
      heard.add(peer.hearsFrame());
    } while (!heard.getLast().contains("SE"));
    assertThat(sent.getLast()).isEqualTo("1 SE true");
    assertThat(answers).containsSubsequence(heard);
    assertThat(heard.getLast()).isEqualTo(answers.getLast());
  }

  @Test
  void ourClientMakesAnAsyncCall() throws Exception {
    Body[] answer = new Body[1];
    Thread call = calling(() -> answer[0] = ours.call(Method.async("hello"), Json.of("x")));
    assertTalks("async call", call);
    assertThat(answer[0]).hasToString("{\"hi\":\"x\"}");
  }

  @Test
  void ourClientSeesAnAsyncError() throws Exception {
    String[] error = new String[1];
    Thread call =
        calling(
            () -> {
              try {
                ours.call(Method.async("fail"), Json.of("y"));
              } catch (RpcError refused) {
                error[0] = refused.message();
              }
            });
    assertTalks("async error", call);
    assertThat(error[0]).isEqualTo("failed y");
  }

  @Test
  void ourClientReadsASourceAndEchoesItsEnd() throws Exception {
    List<String> seen = new ArrayList<>();
    Thread call = calling(() -> readAll(ours.open(Method.source("count"), Json.of(3)), seen));
    assertTalks("source of three", call);
    assertThat(seen).containsExactly("1", "2", "3", "end");
  }

  @Test
  void ourClientReadsASourceUpToItsErrorAndEchoesThat() throws Exception {
    List<String> seen = new ArrayList<>();
    Thread call = calling(() -> readAll(ours.open(Method.source("boom")), seen));
    assertTalks("source error after two", call);
    assertThat(seen).containsExactly("1", "2", "error: boom");
  }

  @Test
  void ourClientAbortsASource() throws Exception {
    List<String> expected = frames("client aborts a source after two", "clientSends");
    RpcStream stream = ours.open(Method.source("count"), Json.of(100));
    assertThat(peer.hearsFrame()).isEqualTo(expected.getFirst());
    peer.streams(-1, "1").streams(-1, "2");
    stream.receive();
    stream.receive();
    stream.end();
    assertThat(peer.hearsFrame()).isEqualTo(expected.getLast());
    assertThat(stream.receive()).isEmpty();
  }

  /// The peer sends what the recorded client sent; we must answer what the recorded server
  /// answered.
  private void assertServes(String session) throws Exception {
    List<String> expected = frames(session, "serverSends");
    for (JsonObject frame : clientFrames(session)) {
      if (!frame.bool("end").orElseThrow()) {
        peer.sends(frame(frame));
      }
    }
    List<String> heard = peer.hearsFrames(expected.size());
    assertThat(heard).containsExactlyInAnyOrderElementsOf(expected);
  }

  /// We must send what the recorded client sent, while the peer answers what the recorded server
  /// did.
  private void assertTalks(String session, Thread call) throws Exception {
    List<String> expected = frames(session, "clientSends");
    assertThat(peer.hearsFrame()).isEqualTo(expected.getFirst());
    for (JsonObject frame : recorded(session, "serverSends")) {
      peer.sends(frame(frame));
    }
    assertThat(peer.hearsFrames(expected.size() - 1))
        .isEqualTo(expected.subList(1, expected.size()));
    call.join();
  }

  private static Procedures procedures() {
    return Procedures.of(
        Procedure.async(
            Method.async("hello"),
            call -> Body.json(JsonObject.of("hi", call.argument(0).orElseThrow()))),
        Procedure.async(
            Method.async("fail"),
            call -> {
              throw new RpcError("failed " + call.argument(0).flatMap(Json::asString).orElse(""));
            }),
        Procedure.stream(
            Method.source("count"),
            (call, stream) -> {
              int upTo = (int) ((JsonNumber) call.argument(0).orElseThrow()).value();
              for (int i = 1; i <= upTo; i++) {
                stream.send(Body.json(Json.of(i)));
              }
            }),
        Procedure.stream(
            Method.source("boom"),
            (call, stream) -> {
              stream.send(Body.json(Json.of(1)));
              stream.send(Body.json(Json.of(2)));
              throw new RpcError("boom");
            }));
  }

  private interface Calling {
    void run() throws IOException, InterruptedException;
  }

  private static Thread calling(Calling calling) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                calling.run();
              } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
              }
            });
  }

  private static void readAll(RpcStream stream, List<String> seen)
      throws IOException, InterruptedException {
    try {
      for (Optional<Body> body = stream.receive(); body.isPresent(); body = stream.receive()) {
        seen.add(body.get().toString());
      }
      seen.add("end");
    } catch (RpcError error) {
      seen.add("error: " + error.message());
    }
  }

  private static List<JsonObject> recorded(String session, String direction) {
    return Vectors.cases("muxrpc-sessions.json").stream()
        .filter(recorded -> recorded.string("desc").orElseThrow().equals(session))
        .flatMap(recorded -> Vectors.objects(recorded.array(direction).orElseThrow()).stream())
        .toList();
  }

  private static List<JsonObject> clientFrames(String session) {
    return recorded(session, "clientSends");
  }

  private static JsonObject opening(String session) {
    return clientFrames(session).getFirst().object("value").orElseThrow();
  }

  private static List<String> frames(String session, String direction) {
    return recorded(session, direction).stream()
        .map(recorded -> ScriptedPeer.shown(frame(recorded)))
        .toList();
  }

  /// Stacks are for the reference's readers; ours are empty.
  private static Frame frame(JsonObject recorded) {
    Json value = recorded.get("value").orElseThrow();
    Json withoutStack =
        value
            .asObject()
            .filter(object -> object.has("stack"))
            .<Json>map(object -> object.with("stack", Json.of("")))
            .orElse(value);
    return new Frame(
        (int) recorded.number("req").orElseThrow(),
        recorded.bool("stream").orElseThrow(),
        recorded.bool("end").orElseThrow(),
        Body.json(withoutStack));
  }
}
