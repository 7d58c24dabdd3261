package org.tidings.replication.muxrpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonString;
import org.tidings.feed.json.JsonWriter;
import org.tidings.replication.transport.PipeChannel;

/// The frames of `packet-stream-codec`, both ways.
class FrameVectorsTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final String GOODBYE = "GOODBYE";

  @TestFactory
  Stream<DynamicTest> framesAreWrittenAsTheReferenceWritesThem() {
    return cases("encode", test -> assertThat(wire(test)).isEqualTo(text(test, "wire")));
  }

  @TestFactory
  Stream<DynamicTest> framesAreReadAsTheReferenceReadsThem() {
    return cases(
        "decode",
        test -> {
          Outcome outcome = read(HEX.parseHex(text(test, "wire")));
          boolean clean = text(test, "ends").equals("clean");
          assertThat(outcome.clean()).isEqualTo(clean);
          assertThat(outcome.frames()).isEqualTo(expected(test));
        });
  }

  private interface Check {
    void on(JsonObject test) throws Exception;
  }

  private static Stream<DynamicTest> cases(String kind, Check check) {
    return Vectors.cases("muxrpc-frames.json").stream()
        .filter(test -> text(test, "kind").equals(kind))
        .map(test -> DynamicTest.dynamicTest(text(test, "desc"), () -> check.on(test)));
  }

  /// What came out: the frames as text, and whether a goodbye ended them.
  private record Outcome(List<String> frames, boolean clean) {}

  private static Outcome read(byte[] wire) throws Exception {
    List<PipeChannel> pipe = PipeChannel.pair();
    pipe.get(0).write(wire, 0, wire.length);
    pipe.get(0).finish();
    FrameReader reader = new FrameReader(pipe.get(1));
    List<String> frames = new ArrayList<>();
    try {
      Optional<Frame> frame = reader.read(request -> Method.USUAL_BODY_LIMIT);
      while (frame.isPresent()) {
        frames.add(shown(frame.get()));
        frame = reader.read(request -> Method.USUAL_BODY_LIMIT);
      }
      frames.add(GOODBYE);
      return new Outcome(frames, true);
    } catch (IOException broken) {
      return new Outcome(frames, false);
    }
  }

  private static String shown(Frame frame) throws IOException {
    String value =
        switch (frame.body()) {
          case JsonBody json -> JsonWriter.compactText(json.json());
          case TextBody text -> JsonWriter.compactText(new JsonString(text.text()));
          case BinaryBody binary -> HEX.formatHex(binary.bytes());
        };
    return frame.request() + " " + frame.stream() + " " + frame.end() + " " + value;
  }

  /// The reference reads a number that overflows as null; we refuse it, as in messages.
  private static List<String> expected(JsonObject test) {
    List<String> frames = new ArrayList<>();
    for (Json item : test.array("decoded").orElseThrow().items()) {
      frames.add(item.asObject().map(FrameVectorsTest::shown).orElse(GOODBYE));
    }
    return text(test, "desc").equals("JSON number overflow") ? List.of() : frames;
  }

  private static String shown(JsonObject frame) {
    Json value = frame.get("value").orElseThrow();
    String hex =
        value
            .asObject()
            .flatMap(object -> object.string("hex"))
            .orElseGet(() -> JsonWriter.compactText(value));
    return (int) frame.number("req").orElseThrow()
        + " "
        + frame.bool("stream").orElseThrow()
        + " "
        + frame.bool("end").orElseThrow()
        + " "
        + hex;
  }

  private static String wire(JsonObject test) throws Exception {
    List<PipeChannel> pipe = PipeChannel.pair();
    FrameWriter writer = new FrameWriter(pipe.get(0));
    Optional<JsonObject> message = test.object("message");
    if (message.isPresent()) {
      writer.write(frame(message.get()));
      writer.flush();
    } else {
      writer.goodbye();
    }
    byte[] wire = new byte[4096];
    return HEX.formatHex(wire, 0, pipe.get(1).read(wire, 0, wire.length));
  }

  private static Frame frame(JsonObject message) {
    Json value = message.get("value").orElseThrow();
    Body body =
        value instanceof JsonString(String words)
            ? Body.text(words)
            : value
                .asObject()
                .flatMap(object -> object.string("hex"))
                .<Body>map(hex -> Body.binary(HEX.parseHex(hex)))
                .orElseGet(() -> Body.json(value));
    return new Frame(
        (int) message.number("req").orElseThrow(),
        message.bool("stream").orElseThrow(),
        message.bool("end").orElseThrow(),
        body);
  }

  private static String text(JsonObject test, String key) {
    return test.string(key).orElseThrow();
  }
}
