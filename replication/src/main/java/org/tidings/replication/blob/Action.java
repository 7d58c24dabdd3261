package org.tidings.replication.blob;

import java.util.Map;
import org.tidings.feed.ref.BlobId;

/// What [BlobState] wants done.
sealed interface Action {
  /// Tell the peer what we want (negative distances) and have (positive sizes); may be empty.
  record Tell(long link, Map<BlobId, Long> told) implements Action {}

  /// Fetch that blob from the peer, which says that it has so many bytes.
  record Fetch(long link, BlobId blob, long size) implements Action {}

  /// Stop fetching that blob.
  record Cancel(BlobId blob) implements Action {}
}
