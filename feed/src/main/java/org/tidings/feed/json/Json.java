package org.tidings.feed.json;

import java.util.Optional;

/// A JSON value. Immutable; equality is by value, and the order of an object's keys counts.
public sealed interface Json
    permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBool, JsonNull {

  /// Deepest nesting read. A signed message of 8192 units has no room for more than 62.
  int MAX_DEPTH = 100;

  /// Reads one JSON document of UTF-8 bytes. Strict where JavaScript is silent: broken UTF-8,
  /// duplicate keys, numbers that overflow, nesting deeper than [#MAX_DEPTH] and anything
  /// after the value are refused. Escaped lone surrogates are kept, as JavaScript does.
  static Json parse(byte[] utf8) throws JsonException {
    return JsonReader.parse(utf8);
  }

  /// Reads one JSON document, with the same rules as [#parse(byte\[\])].
  static Json parse(String text) throws JsonException {
    return JsonReader.parse(text);
  }

  /// A string value.
  static Json of(String value) {
    return new JsonString(value);
  }

  /// A number value.
  static Json of(double value) {
    return new JsonNumber(value);
  }

  /// A boolean value.
  static Json of(boolean value) {
    return value ? JsonBool.TRUE : JsonBool.FALSE;
  }

  /// This value if it is an object.
  default Optional<JsonObject> asObject() {
    return this instanceof JsonObject object ? Optional.of(object) : Optional.empty();
  }

  /// The text if this is a string.
  default Optional<String> asString() {
    return this instanceof JsonString(String text) ? Optional.of(text) : Optional.empty();
  }
}
