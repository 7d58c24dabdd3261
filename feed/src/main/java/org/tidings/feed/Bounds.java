package org.tidings.feed;

import org.tidings.feed.blob.BlobQuota;

/// How much of what others say is kept here.
///
/// @param hops how far feeds are fetched: 1 is whom we follow, 2 is whom they follow
/// @param blobBytes what pictures and other files may take
public record Bounds(int hops, long blobBytes) {

  public static final Bounds USUAL = new Bounds(2, BlobQuota.USUAL);

  public Bounds {
    if (hops < 0 || blobBytes < 0) {
      throw new IllegalArgumentException("bounds must not be negative: " + hops + ", " + blobBytes);
    }
  }

  public Bounds withHops(int next) {
    return new Bounds(next, blobBytes);
  }

  public Bounds withBlobBytes(long next) {
    return new Bounds(hops, next);
  }
}
