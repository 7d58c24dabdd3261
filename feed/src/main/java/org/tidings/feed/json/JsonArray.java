package org.tidings.feed.json;

import java.util.List;

/// A JSON array.
public record JsonArray(List<Json> items) implements Json {
  public JsonArray {
    items = List.copyOf(items);
  }

  /// An array of these values.
  public static JsonArray of(Json... items) {
    return new JsonArray(List.of(items));
  }

  /// An array of these texts.
  public static JsonArray ofStrings(List<String> texts) {
    return new JsonArray(texts.stream().map(Json::of).toList());
  }
}
