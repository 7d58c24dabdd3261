package org.tidings.replication.peer;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.PeerAddress;
import org.tidings.replication.transport.TunnelAddress;

/// One connection to one peer, from the handshake to its end.
///
/// @param direction who dialled: that side calls `ebt.replicate` first, and alone `gossip.ping`
/// @param path by which way the peer was reached
/// @param since when the handshake was done
/// @param progress what the protocols report, for people
/// @param spoken what they tell each other
public record PeerSession(
    FeedId peer, Direction direction, Path path, Instant since, Progress progress, Spoken spoken) {
  private static final Logger log = LoggerFactory.getLogger(PeerSession.class);

  /// One on which nothing was spoken yet.
  public PeerSession(
      FeedId peer, Direction direction, Path path, Instant since, Progress progress) {
    this(peer, direction, path, since, progress, new Spoken());
  }

  /// Who dialled.
  public enum Direction {
    OUTGOING,
    INCOMING
  }

  /// How a peer is reached.
  public enum Path {
    /// The same local network.
    LAN,
    /// A room in which both are.
    TUNNEL,
    /// An address of a room.
    ROOM,
    /// An address on the internet, or one somebody typed.
    DIRECT,
    /// An address of which others say that a pub is there; no person here has chosen it.
    ANNOUNCED;

    /// Whether peers are called by it whom no person here has chosen, and who are not known to be
    /// of our reach.
    public boolean isUnasked() {
      return this == LAN || this == ANNOUNCED;
    }

    /// By which way an address leads, as far as it says so itself.
    public static Path of(PeerAddress address) {
      return switch (address) {
        case NetAddress net -> DIRECT;
        case TunnelAddress tunnel -> TUNNEL;
      };
    }
  }

  /// A feed is not taken from this peer any more. Tells what [#bad] does.
  public boolean refuse(RefusedFeed refused) {
    progress.refused(refused);
    return bad(refused.feed() + " is no longer taken. " + refused.why().sentence());
  }

  /// A message that came was not to be taken. Only the first of a connection is logged, and how
  /// many they were when it ends: nothing keeps a peer from sending more.
  ///
  /// @param why for the log
  /// @return whether that is one too many: nobody honest sends as many, and the connection is to
  /// end
  public boolean bad(String why) {
    if (progress.allBad() == 0) {
      log.info("{}: {}", peer, why);
    }
    return progress.bad();
  }

  /// Whether we dialled.
  public boolean isDialer() {
    return direction == Direction.OUTGOING;
  }
}
