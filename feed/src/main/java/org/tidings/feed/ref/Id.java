package org.tidings.feed.ref;

import java.util.Arrays;

/// What the three kinds of ids share: a sigil and 32 bytes, equal by value.
abstract sealed class Id permits FeedId, MessageId, BlobId {
  private final Sigil sigil;
  private final byte[] bytes;
  private final int hash;

  /// Takes over `bytes`: callers hand in their own copy.
  Id(Sigil sigil, byte[] bytes) {
    if (bytes.length != Base64Id.BYTES) {
      throw new IllegalArgumentException("an id has 32 bytes, not " + bytes.length);
    }
    this.sigil = sigil;
    this.bytes = bytes;
    this.hash = Arrays.hashCode(bytes);
  }

  public final Sigil sigil() {
    return sigil;
  }

  public final byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof Id that
        && hash == that.hash
        && sigil == that.sigil
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public final int hashCode() {
    return hash;
  }

  @Override
  public final String toString() {
    return Base64Id.encode(sigil.character(), bytes, sigil.suffix());
  }
}
