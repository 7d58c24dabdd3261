package org.tidings.replication.client;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.tidings.feed.Feeds;
import org.tidings.feed.content.Contact.Edge;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.graph.Hops;
import org.tidings.feed.graph.SocialGraph;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonBool;
import org.tidings.feed.json.JsonNull;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.local.Answering;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Call;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.RpcStream;

/// The social graph, for programs of ours. Thread-safe. Protocol 9.
final class FriendCalls {
  private final Feeds feeds;

  FriendCalls(Feeds feeds) {
    this.feeds = feeds;
  }

  List<Procedure> procedures() {
    return List.of(
        Answering.async(Method.async("friends.get"), this::get),
        Answering.async(Method.async("friends.hops"), call -> json(hops(call.options(0)))),
        Answering.async(
            Method.async("friends.isFollowing"), call -> Json.of(says(call, Edge.FOLLOW))),
        Answering.async(
            Method.async("friends.isBlocking"), call -> Json.of(says(call, Edge.BLOCK))),
        Answering.stream(Method.source("friends.hopStream"), this::hopStream));
  }

  /// All that was said, what one feed said, what was said about one, or one word.
  private Json get(Call call) {
    Map<FeedId, Map<FeedId, Edge>> edges = graph().edges();
    Optional<FeedId> source = feed(call, "source");
    Optional<FeedId> dest = feed(call, "dest");
    if (source.isPresent()) {
      Map<FeedId, Edge> said = edges.getOrDefault(source.get(), Map.of());
      return dest.isPresent() ? word(Optional.ofNullable(said.get(dest.get()))) : words(said);
    }
    JsonObject.Builder all = JsonObject.builder();
    edges.forEach(
        (by, said) -> {
          if (dest.isEmpty()) {
            all.put(by.toString(), words(said));
          } else if (said.containsKey(dest.get())) {
            all.put(by.toString(), word(Optional.of(said.get(dest.get()))));
          }
        });
    return all.build();
  }

  private boolean says(Call call, Edge edge) {
    Optional<FeedId> by = feed(call, "source");
    Optional<FeedId> who = feed(call, "dest");
    return by.isPresent()
        && who.isPresent()
        && (edge == Edge.FOLLOW
            ? graph().follows(by.get(), who.get())
            : graph().blocks(by.get(), who.get()));
  }

  private Map<FeedId, Hops> hops(JsonObject options) {
    FeedId start = options.string("start").flatMap(FeedId::parse).orElse(graph().self());
    int max = (int) options.number("max").orElse(graph().maxHops());
    boolean reverse = StreamOptions.flag(options, "reverse", false);
    return start.equals(graph().self()) && max == graph().maxHops() && !reverse
        ? graph().known()
        : graph().seenFrom(start, max, reverse);
  }

  /// All hops, then, if that is asked for, each time those that have changed.
  private void hopStream(Call call, RpcStream stream) throws IOException, InterruptedException {
    JsonObject options = call.options(0);
    Semaphore news = new Semaphore(0);
    try (Subscription _ = feeds.events().subscribe(event -> happened(event, news))) {
      Map<FeedId, Hops> told = graph().known();
      if (StreamOptions.flag(options, "old", true)) {
        stream.send(Body.json(json(told)));
      }
      while (StreamOptions.flag(options, "live", false) && stream.isOpen()) {
        news.acquire();
        news.drainPermits();
        Map<FeedId, Hops> known = graph().known();
        JsonObject changes = changes(told, known);
        if (!changes.isEmpty()) {
          stream.send(Body.json(changes));
        }
        told = known;
      }
    }
  }

  private static void happened(FeedEvent event, Semaphore news) {
    if (event instanceof FeedEvent.GraphChanged) {
      news.release();
    }
  }

  private static JsonObject changes(Map<FeedId, Hops> before, Map<FeedId, Hops> now) {
    JsonObject.Builder changes = JsonObject.builder();
    now.forEach(
        (feed, hops) -> {
          if (!hops.equals(before.get(feed))) {
            changes.put(feed.toString(), hops.value());
          }
        });
    return changes.build();
  }

  private static Json json(Map<FeedId, Hops> hops) {
    return changes(Map.of(), hops);
  }

  private static JsonObject words(Map<FeedId, Edge> said) {
    JsonObject.Builder words = JsonObject.builder();
    said.forEach((who, edge) -> words.put(who.toString(), word(Optional.of(edge))));
    return words.build();
  }

  private static Json word(Optional<Edge> edge) {
    return switch (edge.orElse(Edge.NEUTRAL)) {
      case FOLLOW -> JsonBool.TRUE;
      case BLOCK -> JsonBool.FALSE;
      case NEUTRAL -> JsonNull.NULL;
    };
  }

  private static Optional<FeedId> feed(Call call, String name) {
    return call.options(0).string(name).flatMap(FeedId::parse);
  }

  private SocialGraph graph() {
    return feeds.graph();
  }
}
