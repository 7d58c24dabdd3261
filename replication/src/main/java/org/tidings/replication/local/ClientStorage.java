package org.tidings.replication.local;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.local.LocalNode.MessageSink;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcStream;

/// What is asked about what is stored, asked of the process that owns the data folder. Thread-safe.
record ClientStorage(RpcConnection connection) implements LocalStorage {
  @Override
  public JsonObject report(int largest) throws IOException, InterruptedException {
    JsonObject options = JsonObject.of("largest", Json.of((double) largest));
    return Answer.to(connection, StorageProcedures.REPORT, options).object();
  }

  @Override
  public JsonArray feeds(String idOrName) throws IOException, InterruptedException {
    return Answer.to(connection, StorageProcedures.FEEDS, Json.of(idOrName)).array();
  }

  @Override
  public JsonObject drop(FeedId feed) throws IOException, InterruptedException {
    return Answer.to(connection, StorageProcedures.DROP, Json.of(feed.toString())).object();
  }

  @Override
  public JsonArray blocked() throws IOException, InterruptedException {
    return Answer.to(connection, StorageProcedures.BLOCKED).array();
  }

  @Override
  public JsonObject outlook(List<FeedId> feeds) throws IOException, InterruptedException {
    JsonArray ids =
        new JsonArray(feeds.stream().<Json>map(feed -> Json.of(feed.toString())).toList());
    return Answer.to(connection, StorageProcedures.OUTLOOK, ids).object();
  }

  @Override
  public JsonObject compact() throws IOException, InterruptedException {
    return Answer.to(connection, StorageProcedures.COMPACT).object();
  }

  @Override
  public void rebuild(String index) throws IOException, InterruptedException {
    connection.call(StorageProcedures.REBUILD, Json.of(index));
  }

  @Override
  public void watch(MessageSink sink) throws IOException, InterruptedException {
    try (RpcStream stream = connection.open(StorageProcedures.WATCH)) {
      for (Optional<Body> body = stream.receive(); body.isPresent(); body = stream.receive()) {
        sink.accept(body.get().bytes());
      }
    }
  }
}
