package org.tidings.replication.client;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.tidings.feed.Feeds;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.index.IndexProgress;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonBool;
import org.tidings.feed.json.JsonNull;
import org.tidings.feed.json.JsonObject;
import org.tidings.replication.Replication;
import org.tidings.replication.local.Answering;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Call;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.muxrpc.RpcStream;
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

  /// How far the indexes are behind the log, and who is connected.
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
    JsonObject.Builder gossip = JsonObject.builder();
    live().forEach(peer -> gossip.put(peer.peer().toString(), peer.status()));
    return JsonObject.builder()
        .put("progress", JsonObject.of("indexes", indexes))
        .put("sync", sync)
        .put("gossip", gossip.build())
        .build();
  }

  private Json address() {
    return replication
        .<Json>map(network -> Json.of(network.address().toString()))
        .orElse(JsonNull.NULL);
  }

  /// Everybody who is there or nearby, and the peer book.
  private Json known() {
    Map<String, Json> peers = new LinkedHashMap<>();
    Stream.of(
            live(),
            replication.map(Replication::nearby).orElse(List.of()).stream().map(PeerEntry::of),
            feeds.peerMemory().peers().stream().map(PeerEntry::of))
        .flatMap(entries -> entries)
        .forEach(entry -> peers.putIfAbsent(entry.address(), entry.gossip()));
    return new JsonArray(List.copyOf(peers.values()));
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
        Json now = new JsonArray(live().map(PeerEntry::conn).toList());
        if (!now.equals(told)) {
          stream.send(Body.json(now));
        }
        told = now;
      }
    }
  }

  private Stream<PeerEntry> live() {
    return replication.map(Replication::peers).orElse(List.of()).stream()
        .flatMap(status -> PeerEntry.of(status).stream());
  }
}
