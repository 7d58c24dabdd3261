package org.tidings.feed.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tidings.feed.Vectors;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;

/// mentions.json: what the reference finds in Markdown, in order.
class MentionVectorsTest {

  @TestFactory
  Stream<DynamicTest> mentionsAreTheReferences() {
    return Vectors.cases("mentions.json", "cases").stream()
        .map(vector -> DynamicTest.dynamicTest(text(vector), () -> check(vector)));
  }

  private static void check(JsonObject vector) {
    JsonArray found =
        new JsonArray(Mentions.of(text(vector)).stream().<Json>map(Mention::toJson).toList());
    assertThat(found).isEqualTo(vector.array("mentions").orElseThrow());
  }

  private static String text(JsonObject vector) {
    return vector.string("text").orElseThrow();
  }
}
