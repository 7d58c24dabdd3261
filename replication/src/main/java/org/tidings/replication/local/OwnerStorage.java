package org.tidings.replication.local;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tidings.feed.Feeds;
import org.tidings.feed.graph.Hops;
import org.tidings.feed.index.Byline;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.upkeep.DiskUse;
import org.tidings.feed.upkeep.Storage.FeedSize;
import org.tidings.feed.upkeep.Storage.Left;
import org.tidings.replication.local.LocalNode.MessageSink;
import org.tidings.replication.muxrpc.RpcError;

/// What is asked about what is stored, done by the process that owns the data folder. Thread-safe.
record OwnerStorage(Feeds feeds) implements LocalStorage {
  private static final long SHORTEST_PAUSE_MS = 20;
  private static final long LONGEST_PAUSE_MS = 1_000;

  @Override
  public JsonObject report(int largest) {
    return JsonObject.builder()
        .put("messages", (double) feeds.log().count())
        .put("feeds", (double) feeds.log().feeds())
        .put("bytes", bytes(feeds.storage().use()))
        .put("dropping", (double) feeds.storage().left().messages())
        .put("largest", array(feeds.storage().feeds(largest)))
        .build();
  }

  private JsonObject bytes(DiskUse use) {
    return JsonObject.builder()
        .put("messages", (double) use.messages())
        .put("indexes", (double) use.indexes())
        .put("fullText", (double) use.fullText())
        .put("notes", (double) use.notes())
        .put("free", (double) use.free())
        .put("blobs", (double) feeds.blobs().bytes())
        .build();
  }

  @Override
  public JsonArray feeds(String idOrName) {
    boolean isId = FeedId.parse(idOrName).isPresent();
    return array(
        new Naming(feeds)
            .meant(idOrName).stream()
                .map(feeds.storage()::of)
                .filter(size -> isId || size.messages() > 0)
                .toList());
  }

  private Map<FeedId, Byline> names(List<FeedSize> sizes) {
    return feeds.profiles().bylines(sizes.stream().map(FeedSize::feed).toList());
  }

  private static String name(Map<FeedId, Byline> names, FeedSize size) {
    return Objects.requireNonNull(names.get(size.feed())).name();
  }

  private JsonArray array(List<FeedSize> sizes) {
    Map<FeedId, Byline> names = names(sizes);
    Set<FeedId> dropping = feeds.storage().dropping();
    return new JsonArray(
        sizes.stream()
            .<Json>map(size -> json(size, name(names, size), dropping.contains(size.feed())))
            .toList());
  }

  /// What was brought in by hand is not kept once it is dropped.
  private JsonObject json(FeedSize size, String name, boolean isDropping) {
    Hops hops = feeds.graph().hops(size.feed());
    return JsonObject.builder()
        .put("id", size.feed().toString())
        .put("name", name)
        .put("messages", (double) size.messages())
        .put("bytes", (double) size.bytes())
        .put("self", size.feed().equals(feeds.graph().self()))
        .put("blocked", hops.isBlocked())
        .put("wanted", hops.isWithin(feeds.graph().maxHops()))
        .put("dropping", isDropping)
        .build();
  }

  @Override
  public JsonArray blocked() {
    return array(feeds.storage().blocked());
  }

  @Override
  public JsonObject drop(FeedId feed) throws RpcError {
    if (feed.equals(feeds.graph().self())) {
      throw new RpcError("Your own feed is never dropped.");
    }
    JsonObject before = file();
    feeds.storage().drop(feed);
    return before;
  }

  private JsonObject file() {
    return JsonObject.of("file", Json.of((double) feeds.storage().total().bytes()));
  }

  @Override
  public JsonObject outlook(List<FeedId> dropped) {
    return JsonObject.of("returns", Json.of((double) feeds.storage().returns(dropped)));
  }

  @Override
  public JsonObject compact() {
    JsonObject before = file();
    feeds.storage().compact();
    return before;
  }

  @Override
  public void rebuild(String index) throws RpcError {
    if (index.isEmpty()) {
      feeds.rebuildIndexes();
    } else if (feeds.indexNames().contains(index)) {
      feeds.rebuildIndex(index);
    } else {
      throw new RpcError(
          "There is no index '%s'. There are: %s."
              .formatted(index, String.join(", ", feeds.indexNames())));
    }
  }

  @Override
  public void watch(MessageSink sink) throws IOException, InterruptedException {
    long pause = SHORTEST_PAUSE_MS;
    boolean isBusy;
    do {
      isBusy = feeds.storage().isBusy();
      sink.accept(JsonWriter.compact(progress()));
      if (isBusy) {
        Thread.sleep(pause);
        pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
      }
    } while (isBusy);
  }

  private JsonObject progress() {
    Left left = feeds.storage().left();
    JsonObject.Builder progress =
        JsonObject.builder()
            .put("indexing", StatusJson.indexing(feeds))
            .put("messages", (double) left.messages())
            .put("file", (double) left.file())
            .put("free", (double) left.free())
            .put("packing", feeds.storage().isPacking());
    feeds.storage().obstacle().ifPresent(why -> progress.put("obstacle", why.sentence()));
    feeds.storage().refusal().ifPresent(why -> progress.put("refused", why.sentence()));
    return progress.build();
  }
}
