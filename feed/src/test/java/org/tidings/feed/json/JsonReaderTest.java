package org.tidings.feed.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

  @Nested
  class Refuses {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "{",
          "[1,]",
          "{\"a\":1,}",
          "{'a':1}",
          "{a:1}",
          "[1] []",
          "nul",
          "NaN",
          "Infinity",
          "01",
          "1.",
          ".5",
          "+1",
          "1e",
          "0x1",
          "\"\\x\"",
          "\"\\U0041\"",
          "\"\\u004\u0161\"",
          "\"\\\\\\u\ud835\udcb3004\"",
          "\"\u0001\"",
          "\"open",
          "\uFEFF{}",
          "/* c */ 1",
          "[1 2]"
        })
    void whatIsNotJson(String text) {
      assertRefused(text);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"a\":1,\"a\":1}",
          "{\"b\":[{\"a\":1,\"\\u0061\":2}]}",
          "{\"0\":1,\"1\":1,\"0\":1}",
          "1e400",
          "[-1e400]"
        })
    void whatJavaScriptWouldRepair(String text) {
      assertRefused(text);
    }

    @Test
    void theSameKeyAmongThousands() {
      assertRefused(object(5000).replace("}", ",\"k77\":0}"));
    }

    @Test
    void brokenUtf8() {
      byte[] overlong = {'"', (byte) 0xc0, (byte) 0xaf, '"'};
      byte[] surrogate = {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'};
      byte[] cut = {'"', (byte) 0xe2, (byte) 0x82, '"'};
      assertThatThrownBy(() -> Json.parse(overlong)).hasMessage("broken UTF-8");
      assertThatThrownBy(() -> Json.parse(surrogate)).hasMessage("broken UTF-8");
      assertThatThrownBy(() -> Json.parse(cut)).hasMessage("broken UTF-8");
    }

    @Test
    void otherEncodings() {
      byte[] utf16 = "{\"a\":1}".getBytes(StandardCharsets.UTF_16LE);
      assertThatThrownBy(() -> Json.parse(utf16)).isInstanceOf(JsonException.class);
    }

    @Test
    void nestingThatWouldExhaustTheStack() {
      assertRefused("[".repeat(Json.MAX_DEPTH + 1) + "]".repeat(Json.MAX_DEPTH + 1));
      assertRefused("[".repeat(1_000_000));
      assertRefused("{\"a\":".repeat(1_000_000));
    }

    @Test
    void numbersLongerThanAnyMessage() {
      assertRefused("0." + "1".repeat(100_000));
    }
  }

  @Nested
  class Accepts {
    @Test
    void loneSurrogatesAsJavaScriptDoes() throws JsonException {
      assertThat(JsonWriter.compactText(Json.parse("[\"\\uD83D\",\"\\ude00x\"]")))
          .isEqualTo("[\"\\ud83d\",\"\\ude00x\"]");
    }

    @Test
    void theReplacementCharacterWhereItIsMeant() throws JsonException {
      byte[] utf8 = "\"\uFFFD\"".getBytes(StandardCharsets.UTF_8);
      assertThat(Json.parse(utf8)).isEqualTo(Json.of("\uFFFD"));
    }

    @Test
    void nestingUpToTheLimit() throws JsonException {
      String text = "[".repeat(Json.MAX_DEPTH) + "]".repeat(Json.MAX_DEPTH);
      assertThat(JsonWriter.compactText(Json.parse(text))).isEqualTo(text);
    }

    @Test
    void thousandsOfKeys() throws JsonException {
      JsonObject object = Json.parse(object(5000)).asObject().orElseThrow();
      assertThat(object.size()).isEqualTo(5000);
      assertThat(object.number("k4999")).hasValue(4999);
      assertThat(object.has("k5000")).isFalse();
    }

    @Test
    void anythingAroundTheTokens() throws JsonException {
      assertThat(Json.parse(" \t\r\n[ 1 , true , null ] \n"))
          .isEqualTo(JsonArray.of(Json.of(1), JsonBool.TRUE, JsonNull.NULL));
    }
  }

  @Test
  void reasonNeverQuotesTheInput() {
    assertThatThrownBy(() -> Json.parse("{\"secret\":1,\"secret\":2}"))
        .isInstanceOf(JsonException.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void reasonSaysWhereTheFaultIs() {
    assertThatThrownBy(() -> Json.parse("[1,\n2,}"))
        .hasMessage("not JSON from character 7 on")
        .extracting(thrown -> ((JsonException) thrown).reason())
        .isEqualTo("not JSON from character 7 on");
  }

  private static String object(int keys) {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < keys; i++) {
      text.append(i == 0 ? "" : ",").append("\"k").append(i).append("\":").append(i);
    }
    return text.append('}').toString();
  }

  private static void assertRefused(String text) {
    assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(JsonException.class);
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Json.parse(utf8)).isInstanceOf(JsonException.class);
  }
}
