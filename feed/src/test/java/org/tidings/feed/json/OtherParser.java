package org.tidings.feed.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A second opinion on JSON: Jackson's parser of bytes and its detection of duplicate keys.
final class OtherParser {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Json.MAX_DEPTH)
                  .maxNumberLength(1 << 16)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final Pattern HALF = Pattern.compile("\\\\u[dD][89a-fA-F]");

  private OtherParser() {}

  /// Whether these bytes are UTF-8 at all, would not be taken for UTF-16 or UTF-32, and spell no
  /// half of a character, which this parser does not take in names.
  static boolean mayJudge(byte[] input) {
    for (int i = 0; i < Math.min(4, input.length); i++) {
      boolean isMark = input[i] == (byte) 0xef || input[i] == (byte) 0xfe;
      if (input[i] == 0 || isMark) {
        return false;
      }
    }
    try {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(input));
      return !HALF.matcher(text).find();
    } catch (CharacterCodingException broken) {
      return false;
    }
  }

  static Optional<Json> read(byte[] utf8) {
    try (JsonParser tokens = FACTORY.createParser(utf8)) {
      JsonToken first = tokens.nextToken();
      if (first == null) {
        return Optional.empty();
      }
      Json value = value(tokens, first);
      return tokens.nextToken() == null ? Optional.of(value) : Optional.empty();
    } catch (IOException | IllegalArgumentException notJson) {
      return Optional.empty();
    }
  }

  private static Json value(JsonParser tokens, JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> object(tokens);
      case START_ARRAY -> array(tokens);
      case VALUE_STRING -> new JsonString(tokens.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new JsonNumber(Double.parseDouble(tokens.getText()));
      case VALUE_TRUE, VALUE_FALSE -> Json.of(tokens.getBooleanValue());
      case VALUE_NULL -> JsonNull.NULL;
      default -> throw new IOException("no value: " + token);
    };
  }

  private static Json object(JsonParser tokens) throws IOException {
    JsonObject.Builder object = JsonObject.builder();
    while (tokens.nextToken() != JsonToken.END_OBJECT) {
      String key = tokens.currentName();
      object.put(key, value(tokens, tokens.nextToken()));
    }
    return object.build();
  }

  private static Json array(JsonParser tokens) throws IOException {
    List<Json> items = new ArrayList<>();
    for (JsonToken token; (token = tokens.nextToken()) != JsonToken.END_ARRAY; ) {
      items.add(value(tokens, token));
    }
    return new JsonArray(items);
  }
}
