package org.tidings.replication;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.BlobId;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.JsonBody;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcStream;
import org.tidings.replication.peer.PeerProtocol;
import org.tidings.replication.peer.PeerSession;

/// Says to have whatever blob we want, 5 MB of it, and sends zeros instead.
final class Flooder implements PeerProtocol {
  private static final int PIECE = 200_000;

  private final Set<String> wanted = ConcurrentHashMap.newKeySet();
  private final BlockingQueue<JsonObject> told = new LinkedBlockingQueue<>();

  /// What was wanted of it.
  Set<String> wanted() {
    return wanted;
  }

  /// A post that has us want a blob.
  static JsonObject naming(BlobId blob) {
    return JsonObject.builder()
        .put("type", "post")
        .put("text", "a picture: ![](" + blob + ")")
        .put("mentions", JsonArray.of(JsonObject.of("link", Json.of(blob.toString()))))
        .build();
  }

  @Override
  public List<Procedure> procedures(PeerSession session) {
    return List.of(
        Procedure.stream(Method.source("blobs.createWants"), (call, stream) -> claim(stream)),
        Procedure.stream(Method.source("blobs.get"), (call, stream) -> flood(stream)));
  }

  private void claim(RpcStream stream) throws IOException, InterruptedException {
    while (stream.isOpen()) {
      for (String blob : told.take().keys()) {
        wanted.add(blob);
        stream.send(Body.json(JsonObject.of(blob, Json.of(5e6))));
      }
    }
  }

  private static void flood(RpcStream stream) throws IOException, InterruptedException {
    for (int sent = 0; sent < 5_000_000; sent += PIECE) {
      stream.send(Body.binary(new byte[PIECE]));
    }
  }

  @Override
  public void connected(PeerSession session, RpcConnection connection)
      throws IOException, InterruptedException {
    RpcStream wants = connection.open(Method.source("blobs.createWants"));
    for (var item = wants.receive(); item.isPresent(); item = wants.receive()) {
      if (item.get() instanceof JsonBody json) {
        json.json().asObject().ifPresent(told::add);
      }
    }
  }
}
