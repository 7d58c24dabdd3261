package org.tidings.feed.ref;

import java.util.Optional;

/// The id of a message: the SHA-256 of its signed form (protocol 2.4). Immutable.
public final class MessageId extends Id implements Ref {
  private MessageId(byte[] bytes) {
    super(Sigil.MESSAGE, bytes);
  }

  /// The id with these 32 bytes.
  public static MessageId of(byte[] bytes) {
    return new MessageId(bytes.clone());
  }

  /// Reads the canonical sigil form and nothing else.
  public static Optional<MessageId> parse(String text) {
    byte[] bytes = Base64Id.decode(text, Sigil.MESSAGE.character(), Sigil.MESSAGE.suffix());
    return bytes == null ? Optional.empty() : Optional.of(new MessageId(bytes));
  }
}
