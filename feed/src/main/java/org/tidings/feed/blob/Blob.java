package org.tidings.feed.blob;

import org.tidings.feed.ref.BlobId;

/// A blob that is stored.
///
/// @param size in bytes
public record Blob(BlobId id, long size) {
  /// The largest blob anybody takes: 5 MiB. Protocol 7.1.
  public static final long LARGEST = 5L << 20;

  /// The largest to be made: some peers take only what is smaller than [#LARGEST].
  public static final long LARGEST_OWN = LARGEST - 1;
}
