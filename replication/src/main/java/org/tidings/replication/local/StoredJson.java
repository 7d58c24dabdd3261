package org.tidings.replication.local;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.log.StoredMessage;

/// Writes a stored message the way JavaScript peers print one: `{"key","value","timestamp"}`, the
/// timestamp being the time of arrival. The value's bytes go out as they are stored.
final class StoredJson {
  private StoredJson() {}

  static byte[] of(StoredMessage message) {
    var json = new ByteArrayOutputStream(message.wire().length + 120);
    json.writeBytes(utf8("{\"key\":\"" + message.id() + "\",\"value\":"));
    json.writeBytes(message.wire());
    json.writeBytes(utf8(",\"timestamp\":" + message.arrival().atMs() + "}"));
    return json.toByteArray();
  }

  /// The same with more fields after these.
  static byte[] of(StoredMessage message, JsonObject more) {
    var json = new ByteArrayOutputStream(message.wire().length + 240);
    byte[] stored = of(message);
    json.write(stored, 0, stored.length - 1);
    byte[] fields = JsonWriter.compact(more);
    json.write(',');
    json.write(fields, 1, fields.length - 1);
    return json.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
