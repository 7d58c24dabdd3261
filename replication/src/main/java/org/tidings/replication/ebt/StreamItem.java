package org.tidings.replication.ebt;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.ebt.JsonCursor.BrokenJson;

/// One JSON object of a stream of messages: a message, or in EBT notes. Read without parsing what a
/// message holds: that is done once, where it is verified. Protocol 6.2.
public sealed interface StreamItem {
  /// How many notes of one object are taken in; the rest of the object is passed over.
  int NOTES_LIMIT = 50_000;

  /// A message value: it names an author and a sequence and has content. Nothing else is known of
  /// it.
  record MessageItem(FeedId author, long sequence) implements StreamItem {}

  /// Notes, in the order in which they stand there: whoever asks names what they want first. Keys
  /// that are no feed ids and numbers that are no notes are left out.
  record NotesItem(Map<FeedId, Note> notes) implements StreamItem {
    public NotesItem {
      notes = Collections.unmodifiableMap(notes);
    }
  }

  /// Neither.
  record Junk(String reason) implements StreamItem {}

  /// Reads one item. Never throws, whatever the bytes are.
  static StreamItem read(byte[] utf8) {
    try {
      JsonCursor cursor = new JsonCursor(utf8);
      cursor.enter();
      return new Reading(cursor).item();
    } catch (BrokenJson e) {
      return new Junk("no JSON object: " + e.getMessage());
    }
  }

  /// The members met so far.
  final class Reading {
    private final JsonCursor cursor;
    private final Map<FeedId, Note> notes = new LinkedHashMap<>();
    private String author = "";
    private long sequence;
    private boolean content;

    private Reading(JsonCursor cursor) {
      this.cursor = cursor;
    }

    private StreamItem item() throws BrokenJson {
      for (String key = cursor.nextKey(); !key.isEmpty(); key = cursor.nextKey()) {
        char value = cursor.peek();
        switch (key) {
          case "author" -> author = value == '"' ? cursor.string() : skipped();
          case "sequence" -> sequence = cursor.integer(0);
          case "content" -> content = isTruthy(value);
          case "clock" -> {
            if (value == '{') {
              return wrapped();
            }
          }
          default -> note(key);
        }
        if (content && sequence > 0 && !author.isEmpty()) {
          return message();
        }
        if (key.equals("content") || key.equals("clock")) {
          cursor.skip();
        }
      }
      return new NotesItem(notes);
    }

    private StreamItem message() {
      Optional<FeedId> id = FeedId.parse(author);
      return id.isPresent()
          ? new MessageItem(id.get(), sequence)
          : new Junk("a message whose author is no classic feed");
    }

    private StreamItem wrapped() throws BrokenJson {
      notes.clear();
      cursor.enter();
      for (String key = cursor.nextKey(); !key.isEmpty(); key = cursor.nextKey()) {
        note(key);
      }
      return new NotesItem(notes);
    }

    private void note(String key) throws BrokenJson {
      long number = cursor.integer(Long.MIN_VALUE);
      if (key.charAt(0) == '@' && notes.size() < NOTES_LIMIT) {
        Note.decode(number)
            .ifPresent(note -> FeedId.parse(key).ifPresent(feed -> notes.put(feed, note)));
      }
    }

    private String skipped() throws BrokenJson {
      cursor.skip();
      return "";
    }

    /// Whether JavaScript takes the value for true, judged by its first character; `0` and the
    /// empty string do not occur, since no such message is valid.
    private static boolean isTruthy(char first) {
      return first == '{' || first == '[' || first == '"';
    }
  }
}
