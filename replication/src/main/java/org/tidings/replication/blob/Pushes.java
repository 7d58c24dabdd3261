package org.tidings.replication.blob;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tidings.feed.local.BlobList;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;

/// Blobs of ours that peers are asked to take: told as wants, so that each neighbour fetches them,
/// until some in our reach have them. Confined to [BlobState]. Protocol 7.4.
final class Pushes {
  /// So many peers are enough.
  static final int ENOUGH = 3;

  private static final long WANTED = -1;

  private final Map<BlobId, Set<FeedId>> holders = new LinkedHashMap<>();

  /// Whether it can be begun, or is under way.
  boolean begin(BlobId blob) {
    if (holders.size() >= BlobList.MOST) {
      return holders.containsKey(blob);
    }
    holders.computeIfAbsent(blob, key -> new HashSet<>());
    return true;
  }

  Set<BlobId> blobs() {
    return holders.keySet();
  }

  /// What that peer is told of it.
  Optional<Long> tellingOf(FeedId peer, BlobId blob) {
    Set<FeedId> have = holders.get(blob);
    return have == null || have.contains(peer) ? Optional.empty() : Optional.of(WANTED);
  }

  /// The peer has it.
  ///
  /// @return whether enough have it now; it is no longer among them
  boolean isDoneWith(FeedId peer, BlobId blob) {
    Set<FeedId> have = holders.get(blob);
    return have != null && have.add(peer) && have.size() >= ENOUGH && holders.remove(blob) != null;
  }
}
