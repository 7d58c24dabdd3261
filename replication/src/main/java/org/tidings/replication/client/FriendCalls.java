package org.tidings.replication.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidings.feed.Feeds;
import org.tidings.feed.content.Contact.Edge;
import org.tidings.feed.graph.Hops;
import org.tidings.feed.graph.SocialGraph;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonBool;
import org.tidings.feed.json.JsonNull;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.local.Answering;
import org.tidings.replication.muxrpc.Call;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.RpcError;

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
            Method.async("friends.isBlocking"), call -> Json.of(says(call, Edge.BLOCK))));
  }

  /// All that was said, what one feed said, what was said about one, or one word.
  private Json get(Call call) throws RpcError {
    Map<FeedId, Map<FeedId, Edge>> edges = graph().edges();
    Optional<FeedId> source = onlyFeed(call.options(0), "source");
    Optional<FeedId> dest = onlyFeed(call.options(0), "dest");
    if (source.isPresent()) {
      Map<FeedId, Edge> said = edges.getOrDefault(source.get(), Map.of());
      return dest.isPresent() && !said.isEmpty()
          ? word(Optional.ofNullable(said.get(dest.get())))
          : words(said);
    }
    return dest.isPresent() ? wordsAbout(dest.get(), edges) : allWords(edges);
  }

  private boolean says(Call call, Edge edge) {
    Optional<FeedId> by = feed(call.options(0), "source");
    Optional<FeedId> who = feed(call.options(0), "dest");
    return by.isPresent()
        && who.isPresent()
        && (edge == Edge.FOLLOW
            ? graph().follows(by.get(), who.get())
            : graph().blocks(by.get(), who.get()));
  }

  private Map<FeedId, Hops> hops(JsonObject options) throws RpcError {
    FeedId start = onlyFeed(options, "start").orElse(graph().self());
    int max = (int) options.number("max").orElse(graph().maxHops());
    boolean reverse = StreamOptions.flag(options, "reverse", false);
    return start.equals(graph().self()) && max == graph().maxHops() && !reverse
        ? graph().known()
        : graph().seenFrom(start, max, reverse);
  }

  /// How far feeds are, by their ids.
  static JsonObject json(Map<FeedId, Hops> hops) {
    JsonObject.Builder json = JsonObject.builder();
    hops.forEach((feed, distance) -> json.put(feed.toString(), (double) distance.value()));
    return json.build();
  }

  /// What feeds said of each other, by who said it.
  static JsonObject allWords(Map<FeedId, Map<FeedId, Edge>> edges) {
    JsonObject.Builder all = JsonObject.builder();
    edges.forEach((by, said) -> all.put(by.toString(), words(said)));
    return all.build();
  }

  private static JsonObject wordsAbout(FeedId who, Map<FeedId, Map<FeedId, Edge>> edges) {
    JsonObject.Builder all = JsonObject.builder();
    edges.forEach(
        (by, said) -> {
          if (said.containsKey(who)) {
            all.put(by.toString(), word(Optional.of(said.get(who))));
          }
        });
    return all.build();
  }

  private static JsonObject words(Map<FeedId, Edge> said) {
    JsonObject.Builder words = JsonObject.builder();
    said.forEach((who, edge) -> words.put(who.toString(), word(Optional.of(edge))));
    return words.build();
  }

  /// Whether somebody is followed or blocked, as `true` or `false`; `null` where neither.
  static Json word(Optional<Edge> edge) {
    return switch (edge.orElse(Edge.NEUTRAL)) {
      case FOLLOW -> JsonBool.TRUE;
      case BLOCK -> JsonBool.FALSE;
      case NEUTRAL -> JsonNull.NULL;
    };
  }

  private static Optional<FeedId> feed(JsonObject options, String name) {
    return options.string(name).flatMap(FeedId::parse);
  }

  /// The feed that an option names; empty where nothing is said.
  ///
  /// @throws RpcError when it names something else
  private static Optional<FeedId> onlyFeed(JsonObject options, String name) throws RpcError {
    Optional<Json> said = options.get(name).filter(given -> given != JsonNull.NULL);
    Optional<FeedId> feed = feed(options, name);
    if (said.isPresent() && feed.isEmpty()) {
      throw new RpcError("." + name + " of param 0 must be of type \"feedId\"");
    }
    return feed;
  }

  private SocialGraph graph() {
    return feeds.graph();
  }
}
