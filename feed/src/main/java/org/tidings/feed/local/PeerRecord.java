package org.tidings.feed.local;

import java.util.Optional;
import org.tidings.feed.ref.FeedId;

/// What we remember about one way to reach a peer.
///
/// @param address as the network writes it, such as `net:host:port~shs:key`; unique
/// @param source how we came by it, such as `lan`, `direct`, [#PUB] or [#ANNOUNCED]
/// @param autoconnect whether to call it without being asked
/// @param history how calls went
public record PeerRecord(
    FeedId peer, String address, String source, boolean autoconnect, History history) {

  /// The source of addresses of pubs we were invited to.
  public static final String PUB = "pub";

  /// The source of addresses that are only what others say.
  public static final String ANNOUNCED = "announced";

  /// How calls went.
  ///
  /// @param failures calls in a row that failed
  /// @param lastConnectedMs epoch milliseconds of the last good connection
  public record History(int failures, Optional<Long> lastConnectedMs) {
    public static final History NONE = new History(0, Optional.empty());
  }

  public PeerRecord withHistory(History next) {
    return new PeerRecord(peer, address, source, autoconnect, next);
  }
}
