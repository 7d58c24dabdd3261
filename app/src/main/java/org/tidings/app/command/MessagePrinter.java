package org.tidings.app.command;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.replication.local.LocalNode;

/// Prints stored messages: as they come for programs, their gist for people.
final class MessagePrinter implements LocalNode.MessageSink {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());
  private static final int EXCERPT = 400;
  private static final int SHORT_ID = 10;

  private final Common common;
  private boolean printed;

  MessagePrinter(Common common) {
    this.common = common;
  }

  @Override
  public void accept(byte[] json) throws IOException {
    printed = true;
    if (common.wantsJson()) {
      common.terminal().line(json);
    } else {
      say(json);
    }
    if (common.terminal().isDeaf()) {
      throw new NobodyListens();
    }
  }

  /// Whether there was anything to print.
  boolean hasPrinted() {
    return printed;
  }

  private void say(byte[] json) throws IOException {
    JsonObject message = parse(json);
    JsonObject value = message.object("value").orElse(JsonObject.of());
    String author = value.string("author").orElse("");
    common.terminal().say(message.string("key").orElse(""));
    common
        .terminal()
        .say(
            "  %s  %s  %s"
                .formatted(
                    TIME.format(Instant.ofEpochMilli((long) value.number("timestamp").orElse(0))),
                    author.substring(0, Math.min(SHORT_ID, author.length())),
                    value.object("content").flatMap(c -> c.string("type")).orElse("private")));
    value
        .object("content")
        .flatMap(content -> content.string("text"))
        .ifPresent(text -> common.terminal().say("  " + excerpt(text)));
  }

  /// A time as people read it.
  static String time(Instant at) {
    return TIME.format(at);
  }

  private static String excerpt(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
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
