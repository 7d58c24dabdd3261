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

  /// That blob has come, which somebody had asked for by name.
  record Fulfilled(BlobId blob) implements Action {}

  /// Enough peers have that blob, which they were to take.
  record Pushed(BlobId blob) implements Action {}
}
