package org.tidings.replication.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.tidings.feed.Feeds;
import org.tidings.feed.blob.Blob;
import org.tidings.feed.blob.BlobEntry;
import org.tidings.feed.blob.BlobIntake;
import org.tidings.feed.blob.BlobRefused;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonBool;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.BlobId;
import org.tidings.replication.Replication;
import org.tidings.replication.blob.BlobServing;
import org.tidings.replication.blob.Blobs;
import org.tidings.replication.local.Answering;
import org.tidings.replication.local.Refusals;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Call;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.muxrpc.RpcStream;

/// Blobs, for programs of ours: what peers may ask, and adding, listing, removing, wanting and
/// pushing them. `blobs.meta` is in the manifest of ssb-server but missing there; it tells what
/// `blobs.ls` does. Thread-safe. Protocol 7.2.
final class BlobCalls {
  private static final JsonObject CHANGES = JsonObject.of("old", JsonBool.FALSE);

  private final Feeds feeds;
  private final Optional<Replication> replication;

  BlobCalls(Feeds feeds, Optional<Replication> replication) {
    this.feeds = feeds;
    this.replication = replication;
  }

  List<Procedure> procedures() {
    List<Procedure> all = new ArrayList<>(new BlobServing(feeds.blobs()).procedures());
    all.add(Answering.stream(Method.sink("blobs.add").inOrder(), this::add));
    all.add(
        Answering.stream(
            Method.source("blobs.ls").inOrder(), (call, stream) -> list(call.options(0), stream)));
    all.add(
        Answering.stream(
            Method.source("blobs.changes").inOrder(), (call, stream) -> list(CHANGES, stream)));
    all.add(
        Answering.stream(
            Method.source("blobs.createWants"), (call, stream) -> blobs().showWants(stream)));
    all.add(Answering.async(Method.async("blobs.meta"), call -> json(entry(id(call)))));
    all.add(Answering.async(Method.async("blobs.rm"), this::remove));
    all.add(Answering.async(Method.async("blobs.want"), this::want));
    all.add(Answering.async(Method.async("blobs.push"), this::push));
    return all;
  }

  /// Takes a blob in, if an id is given only if it is that one.
  private void add(Call call, RpcStream stream) throws IOException, InterruptedException {
    stream.begun();
    Optional<BlobId> expected = call.argument(0).flatMap(Json::asString).flatMap(BlobId::parse);
    try (BlobIntake intake = feeds.blobs().intake(Blob.LARGEST_OWN)) {
      for (var piece = stream.receive(); piece.isPresent(); piece = stream.receive()) {
        intake.write(piece.get().bytes(), piece.get().size());
      }
      if (expected.isPresent()) {
        intake.finish(expected.get());
      } else {
        intake.finish();
      }
    } catch (BlobRefused refused) {
      throw Refusals.answer(refused);
    }
  }

  /// Ids, or with `meta` sizes and times too, and if that is asked for those that come later.
  private void list(JsonObject options, RpcStream stream) throws IOException, InterruptedException {
    boolean meta =
        Stream.of("meta", "long", "size")
            .anyMatch(name -> StreamOptions.flag(options, name, false));
    boolean live = StreamOptions.isLive(options);
    var news = new LinkedBlockingQueue<BlobId>();
    try (Subscription _ = feeds.events().subscribe(event -> happened(event, news))) {
      stream.begun();
      if (StreamOptions.flag(options, "old", true)) {
        for (BlobEntry entry : feeds.blobs().all()) {
          stream.send(Body.json(meta ? json(entry) : Json.of(entry.blob().id().toString())));
        }
        if (live && StreamOptions.flag(options, "sync", true)) {
          stream.send(Body.json(JsonObject.of("sync", JsonBool.TRUE)));
        }
      }
      while (live && stream.isOpen()) {
        BlobId id = news.take();
        Optional<BlobEntry> entry = feeds.blobs().entry(id);
        if (entry.isPresent()) {
          stream.send(Body.json(meta ? json(entry.get()) : Json.of(id.toString())));
        }
      }
    }
  }

  private static void happened(FeedEvent event, LinkedBlockingQueue<BlobId> news) {
    if (event instanceof FeedEvent.BlobStored(BlobId blob)) {
      news.add(blob);
    }
  }

  /// Asks peers for a blob, and answers when it is here, however long that takes.
  private Json want(Call call) throws RpcError, InterruptedException {
    BlobId id = id(call);
    var news = new LinkedBlockingQueue<BlobId>();
    try (Subscription _ = feeds.events().subscribe(event -> happened(event, news))) {
      blobs().want(id);
      while (!feeds.blobs().has(id)) {
        news.take();
      }
    }
    return JsonBool.TRUE;
  }

  private Json push(Call call) throws RpcError {
    blobs().push(id(call));
    return JsonBool.FALSE;
  }

  private Blobs blobs() throws RpcError {
    return ClientCalls.network(replication).blobs();
  }

  /// By itself, or as the `id` of an object.
  private static BlobId id(Call call) throws RpcError {
    Optional<String> named = call.options(0).string("id");
    String text = named.isPresent() ? named.get() : call.text(0, "a blob id");
    return BlobId.parse(text).orElseThrow(() -> new RpcError("not valid id:" + text));
  }

  private BlobEntry entry(BlobId id) throws RpcError {
    return feeds
        .blobs()
        .entry(id)
        .orElseThrow(() -> new RpcError("There is no blob " + id + " here."));
  }

  private Json remove(Call call) throws RpcError {
    feeds.blobs().delete(entry(id(call)).blob().id());
    return JsonBool.FALSE;
  }

  private static JsonObject json(BlobEntry entry) {
    return JsonObject.builder()
        .put("id", entry.blob().id().toString())
        .put("size", entry.blob().size())
        .put("ts", entry.usedMs())
        .build();
  }
}
