package org.tidings.feed.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Builds the tree from Jackson's tokens. Stateless, thread-safe.
final class JsonReader {
  private static final int MAX_NUMBER_CHARS = 1 << 16;
  private static final int ESCAPED_DIGITS = 4;
  private static final int ASCII = 128;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Json.MAX_DEPTH)
                  .maxNumberLength(MAX_NUMBER_CHARS)
                  .build())
          .configure(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES, false)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private JsonReader() {}

  static Json parse(byte[] utf8) throws JsonException {
    return parse(decode(utf8));
  }

  static Json parse(String text) throws JsonException {
    if (hasFalseEscape(text)) {
      throw new JsonException("an escape without four digits");
    }
    try (JsonParser tokens = FACTORY.createParser(text)) {
      JsonToken first = tokens.nextToken();
      if (first == null) {
        throw new JsonException("nothing there");
      }
      Json value = value(tokens, first);
      if (tokens.nextToken() != null) {
        throw new JsonException("something follows the value");
      }
      return value;
    } catch (StreamConstraintsException tooMuch) {
      throw new JsonException("nested too deeply, or a number too long");
    } catch (JsonProcessingException notJson) {
      throw new JsonException("not JSON from character " + position(notJson) + " on");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// Of a digit in an escape Jackson looks at the low byte alone: it would take the letter š,
  /// U+0161, for an `a`.
  private static boolean hasFalseEscape(String text) {
    for (int at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 2)) {
      if (text.startsWith("u", at + 1) && !isAscii(text, at + 2, at + 2 + ESCAPED_DIGITS)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAscii(String text, int start, int end) {
    for (int i = start; i < Math.min(end, text.length()); i++) {
      if (text.charAt(i) >= ASCII) {
        return false;
      }
    }
    return true;
  }

  private static long position(JsonProcessingException notJson) {
    return notJson.getLocation().getCharOffset() + 1;
  }

  private static Json value(JsonParser tokens, JsonToken token) throws IOException, JsonException {
    return switch (token) {
      case START_OBJECT -> object(tokens);
      case START_ARRAY -> array(tokens);
      case VALUE_STRING -> new JsonString(tokens.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(tokens);
      case VALUE_TRUE -> JsonBool.TRUE;
      case VALUE_FALSE -> JsonBool.FALSE;
      case VALUE_NULL -> JsonNull.NULL;
      case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new JsonException("a value is missing");
    };
  }

  private static Json object(JsonParser tokens) throws IOException, JsonException {
    JsonObject.Builder object = JsonObject.builder();
    String key;
    while ((key = tokens.nextFieldName()) != null) {
      if (!object.tryPut(key, value(tokens, tokens.nextToken()))) {
        throw new JsonException("duplicate key");
      }
    }
    return object.build();
  }

  private static Json array(JsonParser tokens) throws IOException, JsonException {
    List<Json> items = new ArrayList<>();
    JsonToken token;
    while ((token = tokens.nextToken()) != JsonToken.END_ARRAY) {
      items.add(value(tokens, token));
    }
    return new JsonArray(items);
  }

  private static Json number(JsonParser tokens) throws IOException, JsonException {
    double value = tokens.getDoubleValue();
    if (!Double.isFinite(value)) {
      throw new JsonException("a number overflows");
    }
    return new JsonNumber(value);
  }

  /// JavaScript would put U+FFFD in place of broken UTF-8 and verify that; we refuse.
  private static String decode(byte[] utf8) throws JsonException {
    String text = new String(utf8, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') < 0) {
      return text;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException broken) {
      throw new JsonException("broken UTF-8");
    }
  }
}
