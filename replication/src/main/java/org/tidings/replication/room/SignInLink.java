package org.tidings.replication.room;

import java.util.Map;
import java.util.Optional;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.SsbUri;
import org.tidings.replication.transport.NetAddress;

/// What the page of a room shows to sign a browser in, `ssb:experimental?action=start-http-auth&…`
/// (protocol reference, section 8.11). A value.
///
/// @param room who asks for the signature
/// @param nonce what it made up for that browser
/// @param address where the room listens, if the link says so
public record SignInLink(FeedId room, String nonce, Optional<NetAddress> address) {
  /// Reads what somebody pasted; empty when it is something else. An address of anybody but the
  /// room counts for none.
  public static Optional<SignInLink> parse(String pasted) {
    return SsbUri.parse(pasted.strip()).flatMap(SignInLink::in);
  }

  private static Optional<SignInLink> in(SsbUri uri) {
    Map<String, String> query = uri.query();
    Optional<FeedId> room = Optional.ofNullable(query.get("sid")).flatMap(FeedId::parse);
    // A plus that was not encoded was read as a space.
    String nonce = query.getOrDefault("sc", "").replace(' ', '+');
    if (!"start-http-auth".equals(query.get("action")) || !SignIns.isNonce(nonce)) {
      return Optional.empty();
    }
    Optional<NetAddress> address = uri.multiserverAddress().flatMap(NetAddress::parse);
    return room.map(
        server ->
            new SignInLink(server, nonce, address.filter(found -> found.id().equals(server))));
  }
}
