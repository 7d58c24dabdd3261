package org.tidings.feed.ref;

import java.util.Optional;

/// The id of a blob: the SHA-256 of its bytes (protocol 7.1). Immutable.
public final class BlobId extends Id implements Ref {
  private BlobId(byte[] bytes) {
    super(Sigil.BLOB, bytes);
  }

  /// The id with these 32 bytes.
  public static BlobId of(byte[] bytes) {
    return new BlobId(bytes.clone());
  }

  /// Reads the canonical sigil form and nothing else.
  public static Optional<BlobId> parse(String text) {
    byte[] bytes = Base64Id.decode(text, Sigil.BLOB.character(), Sigil.BLOB.suffix());
    return bytes == null ? Optional.empty() : Optional.of(new BlobId(bytes));
  }
}
