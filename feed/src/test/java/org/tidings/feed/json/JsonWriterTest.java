package org.tidings.feed.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {

  @Test
  void everyCharacterThatStandsForItselfIsPlainUtf8() {
    StringBuilder text = new StringBuilder();
    for (int c = ' '; c <= Character.MAX_CODE_POINT; c++) {
      boolean escaped = c == '"' || c == '\\' || isSurrogate(c);
      if (!escaped) {
        text.appendCodePoint(c);
      }
    }
    byte[] quoted = ('"' + text.toString() + '"').getBytes(StandardCharsets.UTF_8);
    assertThat(JsonWriter.compact(Json.of(text.toString()))).isEqualTo(quoted);
  }

  @Test
  void textOfEveryLengthFits() {
    for (int length = 0; length < 600; length++) {
      String text = "\u0001".repeat(length) + "世".repeat(length % 7);
      assertThat(JsonWriter.compactText(Json.of(text)))
          .isEqualTo('"' + text.replace("\u0001", "\\u0001") + '"');
    }
  }

  @Test
  void indentOfEveryDepthFits() throws JsonException {
    Json value = Json.of("x".repeat(900));
    for (int depth = 0; depth < Json.MAX_DEPTH; depth++) {
      assertThat(Json.parse(JsonWriter.canonical(value))).isEqualTo(value);
      value = JsonArray.of(value);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"}", "[1]]", "{\"a\":1}}", "]["})
  void bracketsThatDoNotMatchAreNoText(String broken) {
    assertThatThrownBy(() -> JsonWriter.canonicalOf(broken.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(JsonException.class);
  }

  @Test
  void noNumberOfBracketsTakesMuchRoom() {
    byte[] deep = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> JsonWriter.canonicalOf(deep)).isInstanceOf(JsonException.class);
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
