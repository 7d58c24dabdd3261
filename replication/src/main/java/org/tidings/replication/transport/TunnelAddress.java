package org.tidings.replication.transport;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidings.crypto.key.PublicKey;
import org.tidings.feed.ref.FeedId;

/// A peer that is in a room, and is reached through it: `tunnel:@ROOM:@PEER~shs:KEY` (protocol
/// reference, sections 8.1 and 8.8). A value.
///
/// @param portal the room
/// @param key the peer's
public record TunnelAddress(FeedId portal, PublicKey key) implements PeerAddress {
  private static final String ID = "(@[A-Za-z0-9+/]{43}=\\.ed25519)";
  private static final Pattern TEXT =
      Pattern.compile("tunnel:" + ID + ":" + ID + "~shs:([A-Za-z0-9+/]{43}=)");
  private static final int SHORT = 9;

  /// The way to `peer` through that room.
  public static TunnelAddress through(FeedId portal, FeedId peer) {
    return new TunnelAddress(portal, peer.key());
  }

  /// Reads the text form; the peer's id and its key must be one.
  public static Optional<TunnelAddress> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Optional<FeedId> portal = FeedId.parse(parts.group(1));
    Optional<FeedId> peer = FeedId.parse(parts.group(2));
    Optional<PublicKey> key = PublicKey.parseBase64(parts.group(3));
    return portal.isPresent() && peer.isPresent() && peer.map(FeedId::key).equals(key)
        ? Optional.of(through(portal.get(), peer.get()))
        : Optional.empty();
  }

  @Override
  public String place() {
    return portal.toString().substring(0, SHORT);
  }

  @Override
  public String toString() {
    return "tunnel:" + portal + ":" + id() + "~shs:" + key.base64();
  }
}
