package org.tidings.replication;

import java.time.Instant;
import java.util.Optional;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.peer.PeerSession.Direction;
import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.peer.Progress;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.PeerAddress;

/// What a person can be told about one peer right now. A value.
public sealed interface PeerStatus {
  /// We are calling it.
  record Connecting(PeerAddress address, Path path, Instant since) implements PeerStatus {}

  /// A connection is up.
  ///
  /// @param address the one we dialled; empty when the peer called us
  record Connected(
      FeedId peer, Optional<PeerAddress> address, Link link, Progress.Snapshot progress)
      implements PeerStatus {}

  /// How a connection came about and what it carried.
  ///
  /// @param from where the other end is, host and port
  public record Link(Path path, Direction direction, String from, Instant since, Bytes bytes) {}

  /// Bytes before encryption, each way.
  public record Bytes(long received, long sent) {}

  /// The last call did not come about, or the connection broke.
  ///
  /// @param retryAt when we call again; empty when we will not
  record Failed(
      PeerAddress address, Path path, Failure failure, Instant at, Optional<Instant> retryAt)
      implements PeerStatus {
    /// What happened, for people.
    public String sentence() {
      return failure.sentence();
    }
  }

  /// Somebody called us and was not let in, or did not make sense.
  ///
  /// @param peer who it was, if it came far enough to prove it
  record TurnedAway(String from, Optional<FeedId> peer, Failure failure, Instant at)
      implements PeerStatus {
    /// What happened, for people.
    public String sentence() {
      return failure.sentence();
    }
  }
}
