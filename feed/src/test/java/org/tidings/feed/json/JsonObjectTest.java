package org.tidings.feed.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectTest {
  private static final JsonObject MIXED =
      JsonObject.builder()
          .put("text", "words")
          .put("number", 1.5)
          .put("yes", true)
          .put("list", JsonArray.of(Json.of(1)))
          .put("inner", JsonObject.of("a", JsonNull.NULL))
          .build();

  @Test
  void integerLikeKeysComeFirstAsInJavaScript() throws JsonException {
    String text =
        "{\"b\":0,\"10\":0,\"2\":0,\"a\":0,\"01\":0,\"4294967294\":0,\"4294967295\":0,\"-1\":0,"
            + "\"1.5\":0,\"0\":0,\"\":0}";
    assertThat(Json.parse(text).asObject().orElseThrow().keys())
        .containsExactly(
            "0", "2", "10", "4294967294", "b", "a", "01", "4294967295", "-1", "1.5", "");
  }

  @Test
  void valuesAreFoundByTheirType() {
    assertThat(MIXED.string("text")).contains("words");
    assertThat(MIXED.number("number")).hasValue(1.5);
    assertThat(MIXED.bool("yes")).contains(true);
    assertThat(MIXED.array("list")).contains(JsonArray.of(Json.of(1)));
    assertThat(MIXED.object("inner").flatMap(inner -> inner.get("a"))).contains(JsonNull.NULL);
  }

  @Test
  void aValueOfAnotherTypeIsAsGoodAsAbsent() {
    assertThat(MIXED.string("number")).isEmpty();
    assertThat(MIXED.number("text")).isEmpty();
    assertThat(MIXED.bool("text")).isEmpty();
    assertThat(MIXED.array("inner")).isEmpty();
    assertThat(MIXED.object("list")).isEmpty();
    assertThat(MIXED.get("missing")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "number", "yes", "list", "inner"})
  void theFirstKeyIsFoundLikeAnyOther(String key) {
    JsonObject alone = JsonObject.of(key, MIXED.get(key).orElseThrow());
    assertThat(alone.string(key)).isEqualTo(MIXED.string(key));
    assertThat(alone.number(key)).isEqualTo(MIXED.number(key));
    assertThat(alone.bool(key)).isEqualTo(MIXED.bool(key));
    assertThat(alone.array(key)).isEqualTo(MIXED.array(key));
    assertThat(alone.with(key, JsonNull.NULL)).isEqualTo(JsonObject.of(key, JsonNull.NULL));
  }

  @Test
  void everyKeyIsHandedOutWithItsValueInOrder() {
    List<String> pairs = new ArrayList<>();
    JsonObject.builder()
        .put("b", 1)
        .put("a", 2)
        .build()
        .forEach((key, value) -> pairs.add(key + value));
    assertThat(pairs).containsExactly("b" + new JsonNumber(1), "a" + new JsonNumber(2));
  }

  @Test
  void objectsOfOtherValuesHashDifferently() {
    assertThat(JsonObject.of("a", Json.of(1)))
        .doesNotHaveSameHashCodeAs(JsonObject.of("a", Json.of(2)));
  }

  @Test
  void textsBecomeAnArray() {
    assertThat(JsonArray.ofStrings(List.of("a", "b")))
        .isEqualTo(JsonArray.of(Json.of("a"), Json.of("b")));
  }

  @Test
  void theOrderOfKeysCounts() {
    JsonObject ab = JsonObject.builder().put("a", 1).put("b", 2).build();
    JsonObject ba = JsonObject.builder().put("b", 2).put("a", 1).build();
    assertThat(ab)
        .isNotEqualTo(ba)
        .hasSameHashCodeAs(JsonObject.of("a", Json.of(1)).with("b", Json.of(2)));
  }

  @Test
  void aKeyIsReplacedWhereItStands() {
    assertThat(MIXED.with("number", Json.of("two")).keys()).isEqualTo(MIXED.keys());
    assertThat(MIXED.with("number", Json.of("two")).string("number")).contains("two");
    assertThat(MIXED.with("new", JsonNull.NULL).keys().getLast()).isEqualTo("new");
  }

  @Test
  void absentValuesAreNotPut() {
    assertThat(JsonObject.builder().put("a", Optional.empty()).build()).isEqualTo(JsonObject.of());
  }

  @Test
  void aKeyIsPutOnce() {
    JsonObject.Builder builder = JsonObject.builder().put("a", 1);
    assertThatThrownBy(() -> builder.put("a", 2)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keysCannotBeChangedFromOutside() {
    List<String> keys = MIXED.keys();
    assertThatThrownBy(() -> keys.set(0, "x")).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void thereIsNoNumberThatJsonCannotWrite() {
    assertThatThrownBy(() -> Json.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThat(Json.of(-0.0)).isEqualTo(Json.of(0));
  }
}
