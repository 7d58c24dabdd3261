package org.tidings.replication.client;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonNull;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.local.PeerRecord;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.NearbyPeer;
import org.tidings.replication.PeerStatus;
import org.tidings.replication.peer.PeerSession.Direction;
import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.PeerAddress;
import org.tidings.replication.transport.Routes;

/// A peer as `gossip.peers`, `conn.peers` and `status` tell of it: with the keys that ssb-gossip
/// and ssb-conn give, as far as there is something to say. Immutable.
///
/// @param source how we came by the address, in ssb-gossip's words
/// @param failures calls in a row that failed
/// @param live empty when it is neither connected nor being called
/// @param changedMs when that last changed, epoch milliseconds
record PeerEntry(
    FeedId peer,
    String address,
    String source,
    int failures,
    Optional<Live> live,
    Optional<Long> changedMs) {

  /// @param client whether we called
  record Live(String state, boolean client) {}

  /// Somebody in the peer book.
  static PeerEntry of(PeerRecord record) {
    return new PeerEntry(
        record.peer(),
        record.address(),
        source(record.source()),
        record.history().failures(),
        Optional.empty(),
        record.history().lastConnectedMs());
  }

  /// Somebody on the local network.
  static PeerEntry of(NearbyPeer nearby) {
    return new PeerEntry(
        nearby.address().id(),
        nearby.address().toString(),
        source("lan"),
        0,
        Optional.empty(),
        Optional.empty());
  }

  /// Somebody who is there or being called; empty for others.
  static Optional<PeerEntry> of(PeerStatus status) {
    return switch (status) {
      case PeerStatus.Connecting calling ->
          Optional.of(
              new PeerEntry(
                  calling.address().id(),
                  calling.address().toString(),
                  source(calling.path()),
                  0,
                  Optional.of(new Live("connecting", true)),
                  Optional.of(calling.since().toEpochMilli())));
      case PeerStatus.Connected up ->
          Optional.of(
              new PeerEntry(
                  up.peer(),
                  up.address().map(PeerAddress::toString).orElseGet(() -> whence(up)),
                  source(up.link().path()),
                  0,
                  Optional.of(new Live("connected", up.link().direction() == Direction.OUTGOING)),
                  Optional.of(up.link().since().toEpochMilli())));
      case PeerStatus.Failed failed -> Optional.empty();
      case PeerStatus.TurnedAway away -> Optional.empty();
    };
  }

  /// Whoever called us has an address, too, though nobody answers there.
  private static String whence(PeerStatus.Connected up) {
    String from = up.link().from();
    String key = up.peer().toString();
    return up.link().path() == Path.TUNNEL
        ? from
        : "net:" + from + "~shs:" + key.substring(1, key.indexOf('.'));
  }

  private static String source(Path path) {
    return source(path == Path.LAN ? "lan" : path == Path.ANNOUNCED ? "pub" : "");
  }

  private static String source(String ours) {
    return switch (ours) {
      case "lan" -> "local";
      case "pub", "room", PeerRecord.ANNOUNCED -> "pub";
      default -> "manual";
    };
  }

  /// As ssb-gossip tells it.
  JsonObject gossip() {
    JsonObject.Builder json = JsonObject.builder();
    if (PeerAddress.parse(address).orElse(null) instanceof NetAddress at) {
      json.put("host", at.host()).put("port", (double) at.port());
    }
    json.put("key", peer.toString())
        .put("address", address)
        .put("source", source)
        .put("announcers", 1L)
        .put("duration", JsonNull.NULL)
        .put("failure", (long) failures);
    changedMs.ifPresent(
        ms ->
            json.put("client", live.map(Live::client).orElse(true))
                .put("stateChange", ms.longValue()));
    return json.put("state", live.map(now -> Json.of(now.state()))).build();
  }

  /// As `status` of ssb-server tells it.
  JsonObject status() {
    JsonObject told = gossip();
    JsonObject.Builder status = JsonObject.builder();
    for (String key : List.of("address", "source", "state", "stateChange", "failure", "client")) {
      status.put(key, told.get(key));
    }
    return status.put("stats", JsonObject.of()).build();
  }

  /// As ssb-conn tells it: the address, and what there is to say.
  Json conn() {
    Optional<Json> since = changedMs.map(ms -> Json.of((double) ms));
    JsonObject.Builder said = JsonObject.builder().put("key", peer.toString());
    live.ifPresent(now -> said.put("state", now.state()));
    said.put("hubBirth", since).put("hubUpdated", since);
    live.filter(now -> now.state().equals("connected"))
        .ifPresent(up -> said.put("inferredType", type()));
    return new JsonArray(List.of(Json.of(address), said.build()));
  }

  private String type() {
    return switch (PeerAddress.parse(address).orElse(null)) {
      case NetAddress net when Routes.isNear(net.host() + ":" + net.port()) -> "lan";
      case NetAddress net -> "internet";
      case null, default -> "tunnel";
    };
  }
}
