package org.tidings.replication.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.tidings.feed.Feeds;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.index.IndexProgress;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonBool;
import org.tidings.feed.json.JsonNull;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.local.PeerRecord;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.PeerStatus;
import org.tidings.replication.Replication;
import org.tidings.replication.local.Answering;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Call;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.muxrpc.RpcStream;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.PeerAddress;

/// How things stand with the network and the store, for programs of ours. Thread-safe.
final class PeerCalls {
  private final Feeds feeds;
  private final Optional<Replication> replication;

  PeerCalls(Feeds feeds, Optional<Replication> replication) {
    this.feeds = feeds;
    this.replication = replication;
  }

  List<Procedure> procedures() {
    return List.of(
        Answering.async(Method.async("status"), call -> status()),
        Answering.async(Method.async("getAddress"), call -> address()),
        Answering.async(Method.async("gossip.peers"), call -> known()),
        Answering.async(Method.async("conn.connect"), this::connect),
        Answering.stream(Method.source("conn.peers"), this::stream));
  }

  /// How far the indexes are behind the log.
  private Json status() {
    long last = feeds.log().lastArrival();
    JsonObject.Builder plugins = JsonObject.builder();
    long least = last;
    for (IndexProgress index : feeds.indexing()) {
      plugins.put(index.index(), index.done());
      least = Math.min(least, index.done());
    }
    JsonObject indexes =
        JsonObject.builder().put("start", 0L).put("current", least).put("target", last).build();
    JsonObject sync =
        JsonObject.builder()
            .put("since", last)
            .put("plugins", plugins.build())
            .put("sync", least == last)
            .build();
    return JsonObject.builder()
        .put("progress", JsonObject.of("indexes", indexes))
        .put("sync", sync)
        .build();
  }

  private Json address() {
    return replication
        .<Json>map(network -> Json.of(network.address().toString()))
        .orElse(JsonNull.NULL);
  }

  /// Everybody in the peer book, and whoever is connected without being in it.
  private Json known() {
    List<Json> peers = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (Live live : live()) {
      told.add(live.address());
      peers.add(live.json());
    }
    for (PeerRecord record : feeds.peerMemory().peers()) {
      if (told.add(record.address())) {
        peers.add(json(record));
      }
    }
    return new JsonArray(peers);
  }

  private static Json json(PeerRecord record) {
    JsonObject.Builder json = place(record.address(), record.peer());
    json.put("source", record.source()).put("failure", record.history().failures());
    record.history().lastConnectedMs().ifPresent(at -> json.put("stateChange", at.longValue()));
    return json.build();
  }

  private static JsonObject.Builder place(String address, FeedId peer) {
    JsonObject.Builder json = JsonObject.builder();
    if (PeerAddress.parse(address).orElse(null) instanceof NetAddress at) {
      json.put("host", at.host()).put("port", (double) at.port());
    }
    return json.put("key", peer.toString()).put("address", address);
  }

  private Json connect(Call call) throws IOException {
    String text = call.text(0, "an address");
    PeerAddress address =
        PeerAddress.parse(text).orElseThrow(() -> new RpcError(text + " is no address"));
    ClientCalls.network(replication).connect(address);
    return JsonBool.TRUE;
  }

  /// Whoever is connected or being called, as pairs of address and details; once more after every
  /// change.
  private void stream(Call call, RpcStream stream) throws IOException, InterruptedException {
    Semaphore news = new Semaphore(1);
    try (Subscription _ =
        replication.map(network -> network.onChange(news::release)).orElse(() -> {})) {
      Json told = JsonNull.NULL;
      while (stream.isOpen()) {
        news.acquire();
        news.drainPermits();
        List<Json> pairs = new ArrayList<>();
        live().forEach(live -> pairs.add(live.pair()));
        Json now = new JsonArray(pairs);
        if (!now.equals(told)) {
          stream.send(Body.json(now));
        }
        told = now;
      }
    }
  }

  private List<Live> live() {
    List<Live> all = new ArrayList<>();
    for (PeerStatus status : replication.map(Replication::peers).orElse(List.of())) {
      switch (status) {
        case PeerStatus.Connecting calling ->
            all.add(
                new Live(
                    calling.address().toString(),
                    calling.address().id(),
                    "connecting",
                    calling.since().toEpochMilli()));
        case PeerStatus.Connected up ->
            all.add(
                new Live(
                    up.address().map(PeerAddress::toString).orElse(up.link().from()),
                    up.peer(),
                    "connected",
                    up.link().since().toEpochMilli()));
        case PeerStatus.Failed failed -> {}
        case PeerStatus.TurnedAway away -> {}
      }
    }
    return all;
  }

  /// Somebody who is there or is being called.
  ///
  /// @param address where, host and port alone when they called us
  private record Live(String address, FeedId peer, String state, long sinceMs) {
    Json json() {
      return place(address, peer).put("state", state).put("stateChange", sinceMs).build();
    }

    Json pair() {
      return new JsonArray(
          List.of(
              Json.of(address),
              JsonObject.builder()
                  .put("key", peer.toString())
                  .put("state", state)
                  .put("stateChange", sinceMs)
                  .build()));
    }
  }
}
