package org.tidings.ui.rawlog;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tidings.feed.index.Byline;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.MessageId;

/// A message as it is stored.
///
/// @param by who wrote it
/// @param type of its content; an empty text for one that is encrypted, nothing for bytes that are
///     not this message any more
public record RawRow(StoredMessage message, Byline by, Optional<String> type) {
  private static final int LONGEST_BEGINNING = 240;

  static RawRow of(StoredMessage message, Byline by) {
    return new RawRow(message, by, message.read().map(Message::type));
  }

  MessageId id() {
    return message.id();
  }

  /// All of it.
  String text() {
    return new String(message.wire(), StandardCharsets.UTF_8);
  }

  /// As much of it as fits in a list.
  String beginning() {
    String text = text();
    return text.codePointCount(0, text.length()) <= LONGEST_BEGINNING
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_BEGINNING)) + "…";
  }
}
