package org.tidings.feed.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes values exactly as JavaScript's `JSON.stringify`: [#compact] without white space, as
/// messages travel and are stored, [#canonical] with two spaces of indent, as they are signed.
/// Protocol 2.2.
public final class JsonWriter {
  private static final int USUAL_BYTES = 1024;

  private final Utf8Buffer out;

  private JsonWriter(int bytes) {
    this.out = new Utf8Buffer(bytes);
  }

  /// `JSON.stringify(value)` in UTF-8.
  public static byte[] compact(Json value) {
    return compact(value, USUAL_BYTES);
  }

  /// The same of a value that probably takes so many bytes.
  public static byte[] compact(Json value, int bytes) {
    JsonWriter writer = new JsonWriter(bytes);
    writer.value(value);
    return writer.out.toByteArray();
  }

  /// `JSON.stringify(value)`.
  public static String compactText(Json value) {
    return new String(compact(value), StandardCharsets.UTF_8);
  }

  /// `JSON.stringify(number)`: the time that every message tells takes no buffer.
  public static String compactText(JsonNumber number) {
    return JavaScriptNumber.format(number.value());
  }

  /// `JSON.stringify(value, null, 2)` in UTF-8.
  ///
  /// @throws IllegalArgumentException when the value is nested deeper than [Json#MAX_DEPTH]
  public static byte[] canonical(Json value) {
    try {
      return canonicalOf(compact(value));
    } catch (JsonException tooDeep) {
      throw new IllegalArgumentException(tooDeep);
    }
  }

  /// `JSON.stringify(JSON.parse(compact), null, 2)` in UTF-8, where `compact` was written by
  /// [#compact]; of other bytes it makes other texts. Reads nothing, which is several times faster.
  ///
  /// @throws JsonException when the brackets of these bytes do not match, or are too many
  public static byte[] canonicalOf(byte[] compact) throws JsonException {
    CanonicalText text = CanonicalText.of(compact);
    return Arrays.copyOf(text.bytes(), text.length());
  }

  /// `JSON.stringify(value, null, 2)`.
  public static String canonicalText(Json value) {
    return new String(canonical(value), StandardCharsets.UTF_8);
  }

  private void value(Json value) {
    switch (value) {
      case JsonString(String text) -> out.quoted(text);
      case JsonNumber(double number) -> out.ascii(JavaScriptNumber.format(number));
      case JsonBool bool -> out.ascii(bool.value() ? "true" : "false");
      case JsonNull _ -> out.ascii("null");
      case JsonObject object -> object(object);
      case JsonArray array -> array(array);
    }
  }

  private void object(JsonObject object) {
    out.ascii('{');
    for (int i = 0; i < object.size(); i++) {
      separator(i);
      out.quoted(object.keys().get(i));
      out.ascii(':');
      value(object.values().get(i));
    }
    out.ascii('}');
  }

  private void array(JsonArray array) {
    out.ascii('[');
    for (int i = 0; i < array.items().size(); i++) {
      separator(i);
      value(array.items().get(i));
    }
    out.ascii(']');
  }

  private void separator(int position) {
    if (position > 0) {
      out.ascii(',');
    }
  }
}
