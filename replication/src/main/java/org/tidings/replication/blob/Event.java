package org.tidings.replication.blob;

import java.util.Map;
import java.util.Set;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;

/// Something that happened and that [BlobState] has to know. A link is one connection to a peer, by
/// a number of its own.
sealed interface Event {
  /// A connection to that peer is up.
  record Opened(long link, FeedId peer) implements Event {}

  /// A connection has ended.
  record Closed(long link) implements Event {}

  /// The peer listens to our wants from now on.
  record Listening(long link) implements Event {}

  /// A program of ours, by that link, listens to what peers are told and to what comes from now on;
  /// until [Closed].
  record Watched(long link, FeedId self) implements Event {}

  /// The peer told what it wants (negative distances) and what it has (positive sizes).
  ///
  /// @param held the sizes of those told that we have
  /// @param near whether the peer is one whose wants we take for our own
  record Heard(long link, Map<BlobId, Long> told, Map<BlobId, Long> held, boolean near)
      implements Event {}

  /// Which blobs we lack and want ourselves, in place of what was said before.
  ///
  /// @param asked those that somebody asked for by name; they go first
  /// @param named those that messages name, most urgent first
  record Wished(Set<BlobId> asked, Set<BlobId> named) implements Event {}

  /// Somebody asks for that blob by name, maybe once more.
  record Asked(BlobId blob) implements Event {}

  /// Peers are to take that blob, which we have. Protocol 7.4.
  record Pushing(BlobId blob) implements Event {}

  /// A blob is complete on disk.
  record Stored(BlobId blob, long size) implements Event {}

  /// A fetch ended without the blob.
  record Failed(long link, BlobId blob, Fault fault) implements Event {}

  /// Time has passed.
  ///
  /// @param received how many bytes have come so far of each blob that is being fetched
  record Tick(Map<BlobId, Long> received) implements Event {}

  /// Whose fault it was.
  enum Fault {
    /// The peer does not have it, or sent something else.
    PEER,
    /// What had come before did not fit to what came now; it is thrown away.
    BEGINNING,
    /// Our disk failed or is too full.
    DISK
  }
}
