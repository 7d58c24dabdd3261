package org.tidings.feed.message;

import java.util.Optional;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.ref.FeedFormat;

/// A message of the right shape, together with what is needed once to check its signature.
record WellShaped(Message message, SignedText text, Signature signature) {

  static WellShaped read(byte[] raw) throws UnreadableException {
    try {
      return read(Json.parse(raw), raw.length);
    } catch (JsonException notJson) {
      throw new UnreadableException(notJson.reason());
    }
  }

  /// @param bytes so many its wire form will probably have
  static WellShaped read(Json value, int bytes) throws UnreadableException {
    Optional<FeedFormat> foreign = foreignFormat(value);
    if (foreign.isPresent()) {
      throw new UnreadableException(new Verdict.Foreign(foreign.get()));
    }
    if (value instanceof JsonObject object) {
      return read(object, bytes);
    }
    throw new UnreadableException("a message is an object");
  }

  /// Whether the author signed this, on a network with this key.
  boolean isGenuine(Optional<HmacKey> hmacKey) {
    byte[] unsigned = text.unsigned();
    byte[] signed = hmacKey.map(key -> key.tag(unsigned)).orElse(unsigned);
    return signature.isBy(message.author().key(), signed);
  }

  private static WellShaped read(JsonObject value, int bytes) throws UnreadableException {
    Fields fields = Fields.of(value);
    Message.Envelope envelope = fields.envelope();
    Json content = fields.content();
    Signature signature = fields.signature();
    byte[] wire = JsonWriter.compact(value, bytes);
    SignedText text = signedText(wire);
    if (text.units() > MessageCodec.MAX_UNITS) {
      throw new UnreadableException("longer than 8192 characters when signed");
    }
    Message message = new Message(envelope, content, text.id(), wire);
    return new WellShaped(message, text, signature);
  }

  private static SignedText signedText(byte[] wire) throws UnreadableException {
    try {
      return SignedText.ofWire(wire);
    } catch (JsonException tooDeep) {
      throw new UnreadableException(tooDeep.reason());
    }
  }

  /// Index feeds come as a pair of an index message and what it points to.
  private static Optional<FeedFormat> foreignFormat(Json value) {
    return switch (value) {
      case JsonObject object -> object.string("author").flatMap(FeedFormat::ofForeign);
      case JsonArray(var items) when !items.isEmpty() -> foreignFormat(items.getFirst());
      default -> Optional.empty();
    };
  }
}
