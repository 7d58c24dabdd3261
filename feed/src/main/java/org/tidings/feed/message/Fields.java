package org.tidings.feed.message;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonNull;
import org.tidings.feed.json.JsonNumber;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonString;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;

/// Reads the seven fields of a message, each by its rule. Protocol 2.1, 2.6 and 2.7.
final class Fields {
  static final List<String> SEQUENCE_FIRST =
      List.of("previous", "sequence", "author", "timestamp", "hash", "content", "signature");
  static final List<String> AUTHOR_FIRST =
      List.of("previous", "author", "sequence", "timestamp", "hash", "content", "signature");
  static final String HASH = "sha256";

  private static final int SHORTEST_TYPE = 3;
  private static final int LONGEST_TYPE = 52;
  private static final String BOX = ".box";
  private static final Pattern ENDING = Pattern.compile("(\\.box.*)?\\.box2?");

  private final JsonObject value;

  private Fields(JsonObject value) {
    this.value = value;
  }

  /// The fields of `value`, which has exactly these keys in one of the two orders.
  static Fields of(JsonObject value) throws UnreadableException {
    if (!value.keys().equals(SEQUENCE_FIRST) && !value.keys().equals(AUTHOR_FIRST)) {
      throw new UnreadableException("the fields are not the seven of a message, in order");
    }
    return new Fields(value);
  }

  Message.Envelope envelope() throws UnreadableException {
    if (!string("hash").equals(HASH)) {
      throw new UnreadableException("hash is not sha256");
    }
    Optional<MessageId> previous = previous();
    Sequence sequence = sequence();
    if (sequence.isFirst() != previous.isEmpty()) {
      throw new UnreadableException("previous does not fit sequence");
    }
    return new Message.Envelope(previous, author(), sequence, number("timestamp"));
  }

  /// An object with a type, or encrypted text.
  Json content() throws UnreadableException {
    Json content = field("content");
    switch (content) {
      case JsonObject object -> checkType(object);
      case JsonString(String text) -> checkEncrypted(text);
      default -> throw new UnreadableException("content is neither object nor text");
    }
    return content;
  }

  Signature signature() throws UnreadableException {
    return Signature.parse(string("signature"))
        .orElseThrow(() -> new UnreadableException("signature is not base64 of 64 bytes"));
  }

  private Optional<MessageId> previous() throws UnreadableException {
    if (field("previous") == JsonNull.NULL) {
      return Optional.empty();
    }
    Optional<MessageId> previous = MessageId.parse(string("previous"));
    if (previous.isEmpty()) {
      throw new UnreadableException("previous is no message id");
    }
    return previous;
  }

  private FeedId author() throws UnreadableException {
    return FeedId.parse(string("author"))
        .orElseThrow(() -> new UnreadableException("author is no feed id"));
  }

  private Sequence sequence() throws UnreadableException {
    double value = number("sequence");
    if (value < 1 || value > Sequence.LARGEST || value != Math.rint(value)) {
      throw new UnreadableException("sequence is no positive integer");
    }
    return new Sequence((long) value);
  }

  private static void checkType(JsonObject content) throws UnreadableException {
    int length = content.string("type").map(String::length).orElse(0);
    if (length < SHORTEST_TYPE || length > LONGEST_TYPE) {
      throw new UnreadableException("content has no type of 3 to 52 characters");
    }
  }

  /// Canonical base64, `.box`, and at the very end `.box` or `.box2`: what both reference peers
  /// take. Neither minds what stands between.
  private static void checkEncrypted(String text) throws UnreadableException {
    int box = text.indexOf(BOX);
    boolean isEncrypted =
        box >= 0
            && isEnding(text.substring(box))
            && Base64Text.decode(text.substring(0, box)) != null;
    if (!isEncrypted) {
      throw new UnreadableException("content is text but not encrypted");
    }
  }

  /// Nearly all end in the first way.
  private static boolean isEnding(String ending) {
    return ending.equals(BOX) || ENDING.matcher(ending).matches();
  }

  private Json field(String name) throws UnreadableException {
    return value.get(name).orElseThrow(() -> new UnreadableException(name + " is missing"));
  }

  private String string(String name) throws UnreadableException {
    if (field(name) instanceof JsonString(String text)) {
      return text;
    }
    throw new UnreadableException(name + " is no text");
  }

  private double number(String name) throws UnreadableException {
    if (field(name) instanceof JsonNumber(double number)) {
      return number;
    }
    throw new UnreadableException(name + " is no number");
  }
}
