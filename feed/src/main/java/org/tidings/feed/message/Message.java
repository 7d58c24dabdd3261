package org.tidings.feed.message;

import java.util.Arrays;
import java.util.Optional;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;

/// A classic message of the right shape. Whether its signature is genuine is for
/// [MessageVerifier] to say. Immutable, thread-safe; equality is by wire form.
public final class Message implements Decoded {
  private final Envelope envelope;
  private final Json content;
  private final MessageId id;
  private final byte[] wire;

  /// Everything of a message but its content and signature.
  public record Envelope(
      Optional<MessageId> previous, FeedId author, Sequence sequence, double timestamp) {}

  /// Takes over `wire`.
  Message(Envelope envelope, Json content, MessageId id, byte[] wire) {
    this.envelope = envelope;
    this.content = content;
    this.id = id;
    this.wire = wire;
  }

  Envelope envelope() {
    return envelope;
  }

  /// The id: SHA-256 of the signed form.
  public MessageId id() {
    return id;
  }

  /// Who wrote it.
  public FeedId author() {
    return envelope.author;
  }

  /// Its place in the author's feed.
  public Sequence sequence() {
    return envelope.sequence;
  }

  /// The message before it; empty for the first.
  public Optional<MessageId> previous() {
    return envelope.previous;
  }

  /// When the author says it was written: milliseconds since 1970, possibly fractional, negative or
  /// far off. Never to be trusted.
  public double timestamp() {
    return envelope.timestamp;
  }

  /// An object, or a string when encrypted.
  public Json content() {
    return content;
  }

  /// The content's type; "" when encrypted.
  public String type() {
    return content instanceof JsonObject object ? object.string("type").orElse("") : "";
  }

  /// Whether this is the message of that id, in that place of that feed: what is stored says so of
  /// its bytes, and damage shows in that it is not so.
  ///
  /// @param sequence as a number that may be no place at all
  public boolean is(byte[] id, FeedId author, long sequence) {
    return Arrays.equals(this.id.bytes(), id)
        && author().equals(author)
        && sequence().value() == sequence;
  }

  /// The message as head of its feed.
  public Head asHead() {
    return new Head(id, sequence());
  }

  /// A copy of what is stored and sent: UTF-8 of the compact JSON of the whole value.
  public byte[] wire() {
    return wire.clone();
  }

  /// The same bytes, not to be changed: every message that is stored passes here.
  byte[] sharedWire() {
    return wire;
  }

  /// How many bytes [#wire] has.
  public int wireBytes() {
    return wire.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Message that && Arrays.equals(wire, that.wire);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /// Author, place and id: never the content.
  @Override
  public String toString() {
    return author() + ":" + sequence() + " " + id;
  }
}
