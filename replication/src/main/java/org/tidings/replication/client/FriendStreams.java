package org.tidings.replication.client;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tidings.feed.Feeds;
import org.tidings.feed.content.Contact.Edge;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.graph.Hops;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.local.Answering;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Call;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.RpcStream;

/// The social graph and how it changes, for programs of ours. Thread-safe. Protocol 9.
final class FriendStreams {
  private final Feeds feeds;

  FriendStreams(Feeds feeds) {
    this.feeds = feeds;
  }

  List<Procedure> procedures() {
    return List.of(
        Answering.stream(
            Method.source("friends.hopStream").inOrder(),
            (call, stream) ->
                hops(call, stream, hops -> stream.send(Body.json(FriendCalls.json(hops))))),
        Answering.stream(Method.source("friends.createFriendStream").inOrder(), this::friendStream),
        Answering.stream(
            Method.source("friends.stream").inOrder(), (call, stream) -> wordStream(stream)));
  }

  /// Hears the hops of feeds.
  @FunctionalInterface
  private interface Heard {
    void hear(Map<FeedId, Hops> hops) throws IOException, InterruptedException;
  }

  /// All hops, then, if that is asked for, each time those that have changed.
  private void hops(Call call, RpcStream stream, Heard heard)
      throws IOException, InterruptedException {
    JsonObject options = call.options(0);
    boolean live = StreamOptions.flag(options, "live", false);
    Semaphore news = new Semaphore(0);
    try (Subscription _ = feeds.events().subscribe(event -> happened(event, news))) {
      Map<FeedId, Hops> told = feeds.graph().known();
      stream.begun();
      if (!live || StreamOptions.flag(options, "old", true)) {
        heard.hear(told);
      }
      while (live && stream.isOpen()) {
        news.acquire();
        news.drainPermits();
        Map<FeedId, Hops> known = feeds.graph().known();
        Map<FeedId, Hops> changes = changes(told, known);
        if (!changes.isEmpty()) {
          heard.hear(changes);
        }
        told = known;
      }
    }
  }

  /// The same one by one, the nearest first; at the beginning without those who are blocked.
  private void friendStream(Call call, RpcStream stream) throws IOException, InterruptedException {
    boolean meta = StreamOptions.flag(call.options(0), "meta", false);
    AtomicBoolean isFirst = new AtomicBoolean(true);
    hops(
        call,
        stream,
        hops -> {
          boolean first = isFirst.getAndSet(false);
          List<Map.Entry<FeedId, Hops>> nearestFirst =
              hops.entrySet().stream()
                  .filter(one -> !first || one.getValue().value() >= 0)
                  .sorted(Map.Entry.comparingByValue())
                  .toList();
          for (Map.Entry<FeedId, Hops> one : nearestFirst) {
            stream.send(Body.json(meta ? json(one) : Json.of(one.getKey().toString())));
          }
        });
  }

  private static Json json(Map.Entry<FeedId, Hops> one) {
    return JsonObject.builder()
        .put("id", one.getKey().toString())
        .put("hops", (double) one.getValue().value())
        .build();
  }

  /// All that was said, then each word that changes.
  private void wordStream(RpcStream stream) throws IOException, InterruptedException {
    Semaphore news = new Semaphore(0);
    try (Subscription _ = feeds.events().subscribe(event -> happened(event, news))) {
      Map<FeedId, Map<FeedId, Edge>> told = feeds.graph().edges();
      stream.begun();
      stream.send(Body.json(FriendCalls.allWords(told)));
      while (stream.isOpen()) {
        news.acquire();
        news.drainPermits();
        Map<FeedId, Map<FeedId, Edge>> said = feeds.graph().edges();
        for (FeedId by : said.keySet()) {
          tellNews(by, told.getOrDefault(by, Map.of()), said.get(by), stream);
        }
        told = said;
      }
    }
  }

  private static void tellNews(
      FeedId by, Map<FeedId, Edge> before, Map<FeedId, Edge> now, RpcStream stream)
      throws IOException, InterruptedException {
    for (Map.Entry<FeedId, Edge> word : now.entrySet()) {
      if (word.getValue() != before.get(word.getKey())) {
        stream.send(
            Body.json(
                JsonObject.builder()
                    .put("from", by.toString())
                    .put("to", word.getKey().toString())
                    .put("value", FriendCalls.word(Optional.of(word.getValue())))
                    .build()));
      }
    }
  }

  private static void happened(FeedEvent event, Semaphore news) {
    if (event instanceof FeedEvent.GraphChanged) {
      news.release();
    }
  }

  private static Map<FeedId, Hops> changes(Map<FeedId, Hops> before, Map<FeedId, Hops> now) {
    Map<FeedId, Hops> changes = new LinkedHashMap<>(now);
    changes.entrySet().removeAll(before.entrySet());
    return changes;
  }
}
