package org.tidings.app.command;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.store.FeedNumbers;
import org.tidings.replication.local.LocalNode;

/// Prints stored messages: as they come for programs, their gist for people.
final class MessagePrinter implements LocalNode.MessageSink {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());
  private static final int EXCERPT = 400;

  private final Common common;
  private boolean printed;

  MessagePrinter(Common common) {
    this.common = common;
  }

  @Override
  public void accept(byte[] json) throws IOException {
    printed = true;
    common.repeatable(false);
    if (common.wantsJson()) {
      common.terminal().line(json);
    } else {
      say(json);
    }
    if (common.terminal().isDeaf()) {
      throw new NobodyListens();
    }
  }

  /// Tells people why nothing was printed, where that is so.
  ///
  /// @param limit how many messages were wanted at most
  /// @param sentence why it is, if any were wanted
  void sayIfNothing(long limit, String sentence) {
    if (!printed && !common.wantsJson()) {
      common.terminal().say(limit == 0 ? "With --limit 0 nothing is told." : sentence);
    }
  }

  private void say(byte[] json) throws IOException {
    JsonObject message = parse(json);
    JsonObject value = message.object("value").orElse(JsonObject.of());
    Optional<JsonObject> opened = message.object("opened");
    Optional<JsonObject> content = opened.or(() -> value.object("content"));
    common.terminal().say(message.string("key").orElse(""));
    common
        .terminal()
        .say(
            "  %s  %s  %s"
                .formatted(
                    TIME.format(Instant.ofEpochMilli((long) value.number("timestamp").orElse(0))),
                    author(message, value),
                    type(content, opened.isPresent())));
    opened.ifPresent(read -> common.terminal().say("  to " + readers(message)));
    content
        .flatMap(said -> said.string("text"))
        .ifPresent(text -> common.terminal().say("  " + excerpt(text)));
  }

  /// What they are called, and the beginning of their id: others may be called the same.
  private static String author(JsonObject message, JsonObject value) {
    String id = value.string("author").orElse("");
    String beginning = id.substring(0, Math.min(FeedNumbers.SHORT_ID, id.length()));
    String name = message.string("name").orElse("");
    return name.isEmpty() || beginning.startsWith(name)
        ? beginning
        : oneLine(name) + " " + beginning;
  }

  private static String type(Optional<JsonObject> content, boolean isOpened) {
    String type = content.flatMap(said -> said.string("type")).orElse("");
    return isOpened ? "private " + type : type.isEmpty() ? "private" : type;
  }

  private static String readers(JsonObject message) {
    return message.array("readers").map(JsonArray::items).orElse(List.of()).stream()
        .flatMap(name -> name.asString().stream())
        .map(MessagePrinter::oneLine)
        .collect(Collectors.joining(", "));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /// A time as people read it.
  static String time(Instant at) {
    return TIME.format(at);
  }

  private static String excerpt(String text) {
    String line = oneLine(text);
    int end = line.offsetByCodePoints(0, Math.min(EXCERPT, line.codePointCount(0, line.length())));
    return end < line.length() ? line.substring(0, end) + "…" : line;
  }

  private static JsonObject parse(byte[] json) throws IOException {
    try {
      return Json.parse(json).asObject().orElse(JsonObject.of());
    } catch (JsonException e) {
      throw new IOException("A stored message cannot be read: " + e.getMessage() + ".", e);
    }
  }

  /// Whoever read our output has stopped: there is nothing more to do, and nothing wrong.
  static final class NobodyListens extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
