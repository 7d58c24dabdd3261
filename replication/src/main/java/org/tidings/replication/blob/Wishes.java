package org.tidings.replication.blob;

import java.util.LinkedHashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.tidings.feed.Feeds;
import org.tidings.feed.ref.BlobId;

/// Which blobs we want by ourselves: those that the newest messages of the feeds we fetch name, as
/// many as are worth their place, and not more of anybody than their share. Stateless.
final class Wishes {
  private static final int MOST = 1_000;

  private static final int MOST_OF_ONE_FEED = 50;

  /// Once the first of them take that much, the others are left to those who look at them.
  private static final long MOST_BYTES = 1L << 30;

  /// They take no more than half of what blobs may take: what must go for them, and is wished for
  /// as well, would be fetched again and again.
  private static final int SHARE = 2;

  private final Feeds feeds;

  Wishes(Feeds feeds) {
    this.feeds = feeds;
  }

  /// Those of them that are not here: of the nearest feeds first, and among them the newest.
  Set<BlobId> lacking() {
    Set<BlobId> lacking = new LinkedHashSet<>();
    long most = Math.min(MOST_BYTES, feeds.blobs().most() / SHARE);
    long bytes = 0;
    for (BlobId blob :
        feeds.links().nearestBlobs(feeds.graph().maxHops(), MOST_OF_ONE_FEED, MOST)) {
      OptionalLong size = feeds.blobs().size(blob);
      bytes += size.orElse(0);
      if (bytes > most) {
        return lacking;
      }
      if (size.isEmpty()) {
        lacking.add(blob);
      }
    }
    return lacking;
  }
}
