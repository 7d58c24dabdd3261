package org.tidings.feed.ref;

import java.util.Optional;
import org.tidings.crypto.key.PublicKey;

/// The id of a feed, which is its author's public key. Immutable.
public final class FeedId extends Id implements Ref {
  private FeedId(byte[] bytes) {
    super(Sigil.FEED, bytes);
  }

  /// The id with these 32 bytes.
  public static FeedId of(byte[] bytes) {
    return new FeedId(bytes.clone());
  }

  /// The feed of the author with this key.
  public static FeedId of(PublicKey key) {
    return new FeedId(key.bytes());
  }

  /// Reads the canonical sigil form and nothing else.
  public static Optional<FeedId> parse(String text) {
    byte[] bytes = Base64Id.decode(text, Sigil.FEED.character(), Sigil.FEED.suffix());
    return bytes == null ? Optional.empty() : Optional.of(new FeedId(bytes));
  }

  /// The author's key.
  public PublicKey key() {
    return PublicKey.of(bytes());
  }
}
