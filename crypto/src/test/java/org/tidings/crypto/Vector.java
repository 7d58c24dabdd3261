package org.tidings.crypto;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One JSON object of the published vectors, read by field name.
public record Vector(Map<String, Object> fields) {
  private static final JsonFactory JSON = new JsonFactory();

  /// The file of this name under `vectors`, such as `box-stream.json`; an array stands in a field
  /// named `cases`.
  public static Vector file(String name) {
    try (InputStream in = Vector.class.getResourceAsStream("/vectors/" + name)) {
      if (in == null) {
        throw new FileNotFoundException(name);
      }
      JsonParser parser = JSON.createParser(in);
      parser.nextToken();
      Object value = value(parser);
      return value instanceof Vector object ? object : new Vector(Map.of("cases", value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean has(String field) {
    return fields.containsKey(field);
  }

  public Vector object(String field) {
    return (Vector) get(field);
  }

  public List<Vector> objects(String field) {
    return list(field).stream().map(Vector.class::cast).toList();
  }

  public List<String> texts(String field) {
    return list(field).stream().map(String.class::cast).toList();
  }

  public List<Integer> numbers(String field) {
    return list(field).stream().map(number -> Math.toIntExact((Long) number)).toList();
  }

  public String text(String field) {
    return (String) get(field);
  }

  public Optional<String> optionalText(String field) {
    return Optional.ofNullable(fields.get(field)).map(String.class::cast);
  }

  public boolean flag(String field) {
    return (Boolean) get(field);
  }

  public int number(String field) {
    return Math.toIntExact((Long) get(field));
  }

  public byte[] hex(String field) {
    return HexFormat.of().parseHex(text(field));
  }

  private List<?> list(String field) {
    return (List<?>) get(field);
  }

  private Object get(String field) {
    return Optional.ofNullable(fields.get(field))
        .orElseThrow(() -> new AssertionError("no field " + field + " in " + fields.keySet()));
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> list(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
      case null, default -> throw new IOException("unexpected " + parser.currentToken());
    };
  }

  /// A field that is null is left out.
  private static Vector object(JsonParser parser) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() != JsonToken.VALUE_NULL) {
        fields.put(name, value(parser));
      }
    }
    return new Vector(fields);
  }

  private static List<Object> list(JsonParser parser) throws IOException {
    List<Object> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return items;
  }
}
