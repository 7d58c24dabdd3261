package org.tidings.replication.room;

import java.util.Optional;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.transport.TunnelAddress;

/// What `tunnel.connect` is called with: `{target, portal}` by whoever opens a tunnel, and the same
/// with `origin`, the opener, by the room (protocol reference, section 8.8). A value.
///
/// @param origin as the room says; empty where we ask
record TunnelRequest(FeedId portal, FeedId target, Optional<FeedId> origin) {

  /// Asks a room for a tunnel.
  static TunnelRequest to(TunnelAddress address) {
    return new TunnelRequest(address.portal(), address.id(), Optional.empty());
  }

  /// Reads what a room calls us with. Without a feed as `origin` it is not the room that called,
  /// but somebody who has its key.
  ///
  /// @param room who called; what it calls itself must agree
  static Optional<TunnelRequest> by(FeedId room, Optional<Json> argument) {
    Optional<JsonObject> given = argument.flatMap(Json::asObject);
    Optional<FeedId> origin = feed(given, "origin");
    FeedId portal = feed(given, "portal").orElse(room);
    return feed(given, "target")
        .filter(target -> origin.isPresent() && portal.equals(room))
        .map(target -> new TunnelRequest(room, target, origin));
  }

  JsonObject json() {
    return JsonObject.builder()
        .put("target", target.toString())
        .put("portal", portal.toString())
        .build();
  }

  private static Optional<FeedId> feed(Optional<JsonObject> object, String key) {
    return object.flatMap(fields -> fields.string(key)).flatMap(FeedId::parse);
  }
}
