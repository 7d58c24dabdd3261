package org.tidings.feed.message;

import java.util.Optional;
import org.tidings.crypto.key.KeyPair;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonNull;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;

/// The next message of our own feed, before it is signed. Protocol 2.1 and 2.3.
///
/// @param previous the head of the feed; empty for the first message
/// @param timestamp milliseconds since 1970
/// @param content an object, or text ending in `.box` when encrypted
public record UnsignedMessage(
    Optional<MessageId> previous, Sequence sequence, double timestamp, Json content) {

  /// The message that follows `head`, or the first one.
  public static UnsignedMessage after(Optional<Head> head, double timestamp, Json content) {
    Sequence sequence = head.map(Head::sequence).map(Sequence::next).orElse(Sequence.FIRST);
    return new UnsignedMessage(head.map(Head::id), sequence, timestamp, content);
  }

  /// Refuses a content that could never be signed, however short.
  public static void check(Json content) throws UnpublishableException {
    Publishable.check(content);
  }

  /// Signs for the main network.
  public Message sign(KeyPair keys) throws UnpublishableException {
    return sign(keys, Optional.empty());
  }

  /// Signs for a network that may have its own signing key. Refused is what any peer would refuse:
  /// see [Publishable].
  public Message sign(KeyPair keys, Optional<HmacKey> hmacKey) throws UnpublishableException {
    Publishable.check(content);
    JsonObject unsigned = value(FeedId.of(keys.publicKey()));
    byte[] text = JsonWriter.canonical(unsigned);
    Signature signature = Signature.by(keys, hmacKey.map(key -> key.tag(text)).orElse(text));
    JsonObject signed = unsigned.with("signature", Json.of(signature.toString()));
    return switch (MessageCodec.decode(signed)) {
      case Message message -> message;
      case Verdict.Malformed(String reason) ->
          throw new UnpublishableException("This cannot be a message: " + reason + ".");
      case Verdict.Foreign _ -> throw new IllegalStateException("our own feed is classic");
    };
  }

  /// How many of the [MessageCodec#MAX_UNITS] this takes once `author` has signed it.
  public int signedUnits(FeedId author) {
    return JsonWriter.canonicalText(value(author)).length() + SignedText.SIGNATURE_UNITS;
  }

  private JsonObject value(FeedId author) {
    return JsonObject.builder()
        .put("previous", previous.<Json>map(id -> Json.of(id.toString())).orElse(JsonNull.NULL))
        .put("sequence", sequence.value())
        .put("author", author.toString())
        .put("timestamp", timestamp)
        .put("hash", Fields.HASH)
        .put("content", content)
        .build();
  }
}
