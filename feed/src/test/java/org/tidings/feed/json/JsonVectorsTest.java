package org.tidings.feed.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tidings.crypto.hash.Sha256;
import org.tidings.feed.Vectors;

/// canonical-json.json: what JavaScript writes for doubles, number literals and whole documents.
class JsonVectorsTest {
  private static final JsonObject FILE = Vectors.load("canonical-json.json");

  @TestFactory
  Stream<DynamicTest> doublesAreWrittenAsJavaScriptWritesThem() {
    return pairs("numbers")
        .map(
            pair -> {
              String bits = text(pair, 0);
              double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
              return DynamicTest.dynamicTest(
                  bits,
                  () ->
                      assertThat(JsonWriter.canonicalText(Json.of(value)))
                          .isEqualTo(text(pair, 1)));
            });
  }

  @TestFactory
  Stream<DynamicTest> literalsAreReadAsJavaScriptReadsThem() {
    return pairs("literals")
        .map(pair -> DynamicTest.dynamicTest(text(pair, 0), () -> checkLiteral(pair)));
  }

  @TestFactory
  Stream<DynamicTest> documentsAreWrittenAsJavaScriptWritesThem() {
    List<Json> documents = FILE.array("documents").orElseThrow().items();
    return IntStream.range(0, documents.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    "document " + i,
                    () -> checkDocument(documents.get(i).asObject().orElseThrow())));
  }

  private static void checkLiteral(List<Json> pair) throws JsonException {
    String literal = text(pair, 0);
    if (pair.get(1) == JsonNull.NULL) {
      assertThatThrownBy(() -> Json.parse(literal)).isInstanceOf(JsonException.class);
    } else {
      assertThat(JsonWriter.compactText(Json.parse(literal))).isEqualTo(text(pair, 1));
    }
  }

  private static void checkDocument(JsonObject document) throws JsonException {
    Json value = Json.parse(document.string("text").orElseThrow());
    String canonical = JsonWriter.canonicalText(value);
    assertThat(canonical).isEqualTo(document.string("canonical").orElseThrow());
    assertThat(canonical.length()).isEqualTo((int) document.number("utf16Length").orElseThrow());
    assertThat(HexFormat.of().formatHex(Sha256.of(JsonWriter.canonical(value))))
        .isEqualTo(document.string("utf8Sha256").orElseThrow());
    assertThat(Json.parse(JsonWriter.compact(value))).isEqualTo(value);
    assertThat(Json.parse(canonical.getBytes(StandardCharsets.UTF_8))).isEqualTo(value);
  }

  private static Stream<List<Json>> pairs(String name) {
    return FILE.array(name).orElseThrow().items().stream().map(pair -> ((JsonArray) pair).items());
  }

  private static String text(List<Json> pair, int index) {
    return pair.get(index).asString().orElseThrow();
  }
}
