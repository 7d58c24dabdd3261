package org.tidings.feed.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tidings.crypto.fuzz.FuzzCorpus;
import org.tidings.feed.Vectors;

/// Whatever the bytes: what is read is what another parser reads, and comes out of the writer and
/// back as it was.
public class JsonFuzzTest {

  /// Before the first input, so that classes are loaded on nobody's time.
  public static void fuzzerInitialize() {
    seeds().forEach(JsonFuzzTest::fuzzerTestOneInput);
  }

  public static void fuzzerTestOneInput(byte[] input) {
    Optional<Json> value = read(input);
    if (OtherParser.mayJudge(input)) {
      assertThat(value).isEqualTo(OtherParser.read(input));
    }
    value.ifPresent(JsonFuzzTest::comesBack);
    if (input.length >= Double.BYTES) {
      numberComesBack(ByteBuffer.wrap(input).getDouble());
    }
  }

  /// Documents and number literals as JavaScript writes them.
  public static List<byte[]> seeds() {
    JsonObject file = Vectors.load("canonical-json.json");
    Stream<String> documents =
        file.array("documents").orElseThrow().items().stream()
            .map(document -> document.asObject().orElseThrow().string("text").orElseThrow());
    Stream<String> literals =
        file.array("literals").orElseThrow().items().stream()
            .map(pair -> ((JsonArray) pair).items().getFirst().asString().orElseThrow());
    return Stream.concat(documents, literals)
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> nothingFoundSoFarBreaksIt() {
    return FuzzCorpus.replay(JsonFuzzTest.class, JsonFuzzTest::fuzzerTestOneInput);
  }

  private static void comesBack(Json value) {
    byte[] compact = JsonWriter.compact(value);
    byte[] canonical = JsonWriter.canonical(value);
    assertThat(read(compact)).contains(value);
    assertThat(read(canonical)).contains(value);
    assertThat(new String(canonical, StandardCharsets.UTF_8))
        .isEqualTo(JsonWriter.canonicalText(read(compact).orElseThrow()));
  }

  private static void numberComesBack(double number) {
    if (Double.isFinite(number)) {
      String text = JavaScriptNumber.format(number);
      assertThat(Double.parseDouble(text)).isEqualTo(number == 0 ? 0 : number);
      assertThat(text.length()).isLessThanOrEqualTo(Double.toString(number).length() + 22);
    }
  }

  private static Optional<Json> read(byte[] utf8) {
    try {
      return Optional.of(Json.parse(utf8));
    } catch (JsonException notJson) {
      return Optional.empty();
    }
  }
}
