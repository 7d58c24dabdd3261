package org.tidings.replication.client;

import java.util.Optional;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.message.Message;

/// What is told of each message: its key, its value, or both with the time it came. Immutable.
///
/// @param unsealing opens private messages where that was asked for; they then carry what stood in
///     the message in `meta.original`, as ssb-server has it
record MessageForm(boolean keys, boolean values, Optional<Unsealing> unsealing) {

  /// Key, value and time, nothing opened.
  static final MessageForm PLAIN = new MessageForm(true, true, Optional.empty());

  /// As the options of a call have it.
  static MessageForm of(JsonObject options, Unsealing unsealing) {
    return new MessageForm(
        StreamOptions.flag(options, "keys", true),
        StreamOptions.flag(options, "values", true),
        StreamOptions.flag(options, "private", false) ? Optional.of(unsealing) : Optional.empty());
  }

  Json of(StoredMessage message) {
    if (!keys) {
      return value(message);
    }
    return values ? whole(message) : Json.of(message.id().toString());
  }

  /// Key, value and time.
  JsonObject whole(StoredMessage message) {
    return JsonObject.builder()
        .put("key", message.id().toString())
        .put("value", value(message))
        .put("timestamp", message.arrival().stamp())
        .build();
  }

  /// The value alone.
  JsonObject value(StoredMessage message) {
    JsonObject value = parse(message.wire());
    return unsealing
        .flatMap(opens -> message.read().flatMap(read -> opened(value, read, opens)))
        .orElse(value);
  }

  private static Optional<JsonObject> opened(JsonObject value, Message read, Unsealing opens) {
    Json sealed = read.content();
    JsonObject meta =
        JsonObject.builder()
            .put("original", JsonObject.of("content", sealed))
            .put("private", true)
            .build();
    return opens
        .open(read)
        .map(
            plain ->
                value
                    .with("content", plain)
                    .with("meta", meta)
                    .with("cyphertext", sealed)
                    .with("private", Json.of(true)));
  }

  private static JsonObject parse(byte[] wire) {
    try {
      return Json.parse(wire).asObject().orElseThrow();
    } catch (JsonException damaged) {
      throw new IllegalStateException("a message that was vouched for is not JSON", damaged);
    }
  }
}
