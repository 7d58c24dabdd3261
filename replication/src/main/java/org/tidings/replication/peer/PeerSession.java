package org.tidings.replication.peer;

import java.time.Instant;
import org.tidings.feed.ref.FeedId;

/// One connection to one peer, from the handshake to its end.
///
/// @param direction who dialled: only the dialling side calls `ebt.replicate` and `gossip.ping`
/// @param path by which way the peer was reached
/// @param since when the handshake was done
/// @param progress what the protocols report, for people
public record PeerSession(
    FeedId peer, Direction direction, Path path, Instant since, Progress progress) {

  /// Who dialled.
  public enum Direction {
    OUTGOING,
    INCOMING
  }

  /// How a peer is reached.
  public enum Path {
    /// The same local network.
    LAN,
    /// An address on the internet, or one somebody typed.
    DIRECT
  }

  /// Whether we dialled.
  public boolean isDialer() {
    return direction == Direction.OUTGOING;
  }
}
