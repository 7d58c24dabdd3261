package org.tidings.replication.local;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.tidings.feed.Feeds;
import org.tidings.feed.index.IndexProgress;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonNull;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonString;
import org.tidings.feed.log.GateState;
import org.tidings.feed.told.Told;
import org.tidings.replication.PeerStatus;
import org.tidings.replication.Replication;
import org.tidings.replication.peer.RefusedFeed;

/// What the owner says of itself: who it is, where it listens, what it holds, whom it talks to.
final class StatusJson {
  /// That a peer is connected, else that it is called, else what last went wrong.
  private static final Comparator<PeerStatus> SAYS_MORE =
      Comparator.comparingInt(StatusJson::weight).thenComparing(StatusJson::at);

  private StatusJson() {}

  static JsonObject of(Feeds feeds, Optional<Replication> replication) {
    JsonObject.Builder status =
        JsonObject.builder()
            .put("id", feeds.identity().id().toString())
            .put(
                "address",
                replication
                    .<Json>map(network -> new JsonString(network.address().toString()))
                    .orElse(JsonNull.NULL))
            .put("messages", (double) feeds.log().count())
            .put("feeds", (double) feeds.log().feeds())
            .put("waiting", (double) feeds.log().waiting())
            .put("indexing", indexing(feeds));
    switch (feeds.gate().state()) {
      case GateState.Open open -> status.put("publishing", "open");
      case GateState.Held held ->
          status
              .put("publishing", "held")
              .put("reason", held.sentence())
              .put("resumable", held.reason().canBeOverridden())
              .put("withheld", (double) feeds.gate().withheld());
    }
    List<Told> damage = feeds.doctor().met();
    if (!damage.isEmpty()) {
      status.put("damage", damage.stream().map(Told::sentence).collect(Collectors.joining(" ")));
    }
    return status.put("peers", peers(replication)).build();
  }

  /// The indexes that are behind, and how far they have come.
  static JsonArray indexing(Feeds feeds) {
    return new JsonArray(feeds.indexing().stream().map(StatusJson::index).toList());
  }

  private static Json index(IndexProgress behind) {
    return JsonObject.builder()
        .put("name", behind.index())
        .put("done", (double) behind.done())
        .put("total", (double) behind.total())
        .put("lacking", behind.isLacking())
        .build();
  }

  private static JsonArray peers(Optional<Replication> replication) {
    Map<Object, PeerStatus> once = new LinkedHashMap<>();
    replication.ifPresent(
        network ->
            network
                .peers()
                .forEach(peer -> once.merge(who(peer), peer, BinaryOperator.maxBy(SAYS_MORE))));
    return new JsonArray(once.values().stream().map(StatusJson::peer).toList());
  }

  /// By whom those that are told of once are known; of somebody who did not say who they are
  /// everything is told.
  private static Object who(PeerStatus status) {
    return switch (status) {
      case PeerStatus.Connecting calling -> calling.address().id();
      case PeerStatus.Connected connected -> connected.peer();
      case PeerStatus.Failed failed -> failed.address().id();
      case PeerStatus.TurnedAway away -> away.peer().<Object>map(id -> id).orElse(away);
    };
  }

  private static int weight(PeerStatus status) {
    return switch (status) {
      case PeerStatus.Connected connected -> 2;
      case PeerStatus.Connecting calling -> 1;
      case PeerStatus.Failed failed -> 0;
      case PeerStatus.TurnedAway away -> 0;
    };
  }

  private static Instant at(PeerStatus status) {
    return switch (status) {
      case PeerStatus.Connected connected -> connected.link().since();
      case PeerStatus.Connecting calling -> calling.since();
      case PeerStatus.Failed failed -> failed.at();
      case PeerStatus.TurnedAway away -> away.at();
    };
  }

  private static JsonArray refused(List<RefusedFeed> feeds) {
    return new JsonArray(feeds.stream().map(StatusJson::refused).toList());
  }

  private static Json refused(RefusedFeed feed) {
    return JsonObject.builder()
        .put("feed", feed.feed().toString())
        .put("reason", feed.why().sentence())
        .build();
  }

  private static Json peer(PeerStatus status) {
    return switch (status) {
      case PeerStatus.Connecting calling ->
          JsonObject.builder()
              .put("id", calling.address().id().toString())
              .put("address", calling.address().toString())
              .put("state", "connecting")
              .build();
      case PeerStatus.Connected connected ->
          JsonObject.builder()
              .put("id", connected.peer().toString())
              .put(
                  "address", connected.address().map(address -> new JsonString(address.toString())))
              .put("state", "connected")
              .put("received", (double) connected.progress().received())
              .put("sent", (double) connected.progress().sent())
              .put("missing", (double) connected.progress().missing())
              .put("refused", refused(connected.progress().refused()))
              .build();
      case PeerStatus.Failed failed ->
          JsonObject.builder()
              .put("id", failed.address().id().toString())
              .put("address", failed.address().toString())
              .put("state", "failed")
              .put("reason", failed.sentence())
              .build();
      case PeerStatus.TurnedAway away ->
          JsonObject.builder()
              .put("id", away.peer().map(id -> new JsonString(id.toString())))
              .put("state", "refused")
              .put("reason", away.sentence())
              .build();
    };
  }
}
