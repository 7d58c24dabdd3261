package org.tidings.replication.muxrpc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonWriter;
import org.tidings.replication.transport.ProtocolException;

/// A JSON value, kept as its UTF-8 bytes and parsed only when somebody asks: forwarding a stored
/// message costs no encoding, and a message taken in is parsed once, by those who verify it.
/// Thread-safe.
public final class JsonBody implements Body {
  /// More than anybody has to say at once. However short each is written, in memory it takes up to
  /// a hundred bytes.
  private static final int MOST_VALUES = 1 << 15;

  private final byte[] utf8;
  private volatile @Nullable Json parsed;

  private JsonBody(byte[] utf8, @Nullable Json parsed) {
    this.utf8 = utf8;
    this.parsed = parsed;
  }

  static JsonBody of(Json value) {
    return new JsonBody(JsonWriter.compact(value), value);
  }

  static JsonBody raw(byte[] utf8) {
    return new JsonBody(utf8, null);
  }

  /// The value.
  ///
  /// @throws ProtocolException when the bytes are not JSON as we accept it
  public Json json() throws ProtocolException {
    Json value = parsed;
    if (value == null) {
      if (hasTooManyValues()) {
        throw new ProtocolException("a JSON body of too many values");
      }
      try {
        value = Json.parse(utf8);
      } catch (JsonException e) {
        throw new ProtocolException("a JSON body that is not JSON: " + e.getMessage());
      }
      parsed = value;
    }
    return value;
  }

  /// What begins a value or stands before one is counted, in texts, too.
  private boolean hasTooManyValues() {
    int values = 0;
    for (byte b : utf8) {
      values += b == ',' || b == '[' || b == '{' ? 1 : 0;
    }
    return values > MOST_VALUES;
  }

  @Override
  public byte[] bytes() {
    return utf8;
  }

  @Override
  public int typeBits() {
    return 2;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonBody that && Arrays.equals(utf8, that.utf8);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(utf8);
  }

  @Override
  public String toString() {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
