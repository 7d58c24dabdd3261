package org.tidings.replication.local;

import java.io.IOException;
import java.util.List;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonBool;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Call;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.RpcStream;

/// Offers what the owner does about what is stored as muxrpc procedures. Immutable.
record StorageProcedures(LocalNode node) {
  static final Method REPORT = Method.async("tidings.storage.report");
  static final Method FEEDS = Method.async("tidings.storage.feeds");
  static final Method DROP = Method.async("tidings.storage.drop");
  static final Method BLOCKED = Method.async("tidings.storage.blocked");
  static final Method OUTLOOK = Method.async("tidings.storage.outlook");
  static final Method COMPACT = Method.async("tidings.storage.compact");
  static final Method REBUILD = Method.async("tidings.storage.rebuild");
  static final Method WATCH = Method.source("tidings.storage.watch");

  /// All of them.
  List<Procedure> all() {
    return List.of(
        Answering.async(REPORT, this::report),
        Answering.async(BLOCKED, call -> node.storage().blocked()),
        Answering.async(FEEDS, call -> node.storage().feeds(call.text(0, "an id or a name"))),
        Answering.async(DROP, this::drop),
        Answering.async(OUTLOOK, this::outlook),
        Answering.async(COMPACT, call -> node.storage().compact()),
        Answering.async(REBUILD, this::rebuild),
        Answering.stream(WATCH, this::watch));
  }

  private Json report(Call call) throws IOException, InterruptedException {
    double largest = call.object(0).number("largest").orElse(0);
    return node.storage().report((int) Math.clamp(largest, 0, LocalStorage.MOST));
  }

  private Json drop(Call call) throws IOException, InterruptedException {
    return node.storage().drop(call.feed(0));
  }

  private Json outlook(Call call) throws IOException, InterruptedException {
    List<FeedId> feeds =
        call.array(0).items().stream()
            .flatMap(id -> id.asString().flatMap(FeedId::parse).stream())
            .toList();
    return node.storage().outlook(feeds);
  }

  private Json rebuild(Call call) throws IOException, InterruptedException {
    node.storage().rebuild(call.text(0, "the name of an index"));
    return JsonBool.TRUE;
  }

  private void watch(Call call, RpcStream stream) throws IOException, InterruptedException {
    node.storage().watch(line -> stream.send(Body.rawJson(line)));
  }
}
