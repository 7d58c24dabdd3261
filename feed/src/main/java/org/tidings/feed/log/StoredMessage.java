package org.tidings.feed.log;

import java.util.Optional;
import org.tidings.feed.message.Head;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.MessageCodec;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.message.WireCheck;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;

/// A message as it lies in the log. Immutable; equal by id.
public final class StoredMessage {

  private final FeedId author;
  private final Head place;
  private final byte[] wire;
  private final Arrival arrival;

  /// Takes over `wire`, which must not be changed any more.
  StoredMessage(FeedId author, Head place, byte[] wire, Arrival arrival) {
    this.author = author;
    this.place = place;
    this.wire = wire;
    this.arrival = arrival;
  }

  public MessageId id() {
    return place.id();
  }

  public FeedId author() {
    return author;
  }

  public Sequence sequence() {
    return place.sequence();
  }

  /// The value as compact JSON in UTF-8, keys in the order received: what peers are sent. Not a
  /// copy: treat it as read-only.
  public byte[] wire() {
    return wire;
  }

  /// The message, if the bytes give the id, and say the author and the place, under which they are
  /// stored. Costs a parse and a hash.
  public Optional<Message> read() {
    return MessageCodec.decode(wire) instanceof Message message
            && message.is(id().bytes(), author, sequence().value())
        ? Optional.of(message)
        : Optional.empty();
  }

  /// Whether the bytes give the id, and say the author and the place, under which they are stored.
  /// Costs a hash, and no parse.
  public boolean isSound() {
    return WireCheck.isMessage(wire, id(), author, sequence());
  }

  /// When it came.
  public Arrival arrival() {
    return arrival;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoredMessage that && id().equals(that.id());
  }

  @Override
  public int hashCode() {
    return id().hashCode();
  }

  @Override
  public String toString() {
    return id().toString();
  }
}
