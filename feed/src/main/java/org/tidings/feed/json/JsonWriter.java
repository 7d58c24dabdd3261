package org.tidings.feed.json;

import java.nio.charset.StandardCharsets;

/// Writes values exactly as JavaScript's `JSON.stringify`: [#compact] without white space, as
/// messages travel and are stored, [#canonical] with two spaces of indent, as they are signed.
/// Protocol 2.2.
public final class JsonWriter {
  private static final int INDENT = 2;

  private final Utf8Buffer out = new Utf8Buffer();
  private final boolean pretty;

  private JsonWriter(boolean pretty) {
    this.pretty = pretty;
  }

  /// `JSON.stringify(value)` in UTF-8.
  public static byte[] compact(Json value) {
    return write(value, false);
  }

  /// `JSON.stringify(value)`.
  public static String compactText(Json value) {
    return new String(compact(value), StandardCharsets.UTF_8);
  }

  /// `JSON.stringify(value, null, 2)` in UTF-8.
  public static byte[] canonical(Json value) {
    return write(value, true);
  }

  /// `JSON.stringify(value, null, 2)`.
  public static String canonicalText(Json value) {
    return new String(canonical(value), StandardCharsets.UTF_8);
  }

  private static byte[] write(Json value, boolean pretty) {
    JsonWriter writer = new JsonWriter(pretty);
    writer.value(value, 0);
    return writer.out.toByteArray();
  }

  private void value(Json value, int indent) {
    switch (value) {
      case JsonString(String text) -> out.quoted(text);
      case JsonNumber(double number) -> out.ascii(JavaScriptNumber.format(number));
      case JsonBool bool -> out.ascii(bool.value() ? "true" : "false");
      case JsonNull _ -> out.ascii("null");
      case JsonObject object -> object(object, indent);
      case JsonArray array -> array(array, indent);
    }
  }

  private void object(JsonObject object, int indent) {
    out.ascii('{');
    for (int i = 0; i < object.size(); i++) {
      separator(i, indent + INDENT);
      out.quoted(object.keys().get(i));
      out.ascii(':');
      if (pretty) {
        out.ascii(' ');
      }
      value(object.values().get(i), indent + INDENT);
    }
    close(object.isEmpty(), indent, '}');
  }

  private void array(JsonArray array, int indent) {
    out.ascii('[');
    for (int i = 0; i < array.items().size(); i++) {
      separator(i, indent + INDENT);
      value(array.items().get(i), indent + INDENT);
    }
    close(array.items().isEmpty(), indent, ']');
  }

  private void separator(int position, int indent) {
    if (position > 0) {
      out.ascii(',');
    }
    newLine(indent);
  }

  private void close(boolean empty, int indent, char bracket) {
    if (!empty) {
      newLine(indent);
    }
    out.ascii(bracket);
  }

  private void newLine(int indent) {
    if (pretty) {
      out.ascii('\n');
      out.spaces(indent);
    }
  }
}
