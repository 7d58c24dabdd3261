package org.tidings.replication.interop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.KeyPair;
import org.tidings.feed.Feeds;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.replication.TestPeer;
import org.tidings.replication.client.ClientCalls;
import org.tidings.replication.local.LocalListener;
import org.tidings.replication.local.OwnerNode;
import org.tidings.replication.muxrpc.Procedures;
import org.tidings.replication.transport.SecretChannel;

/// A program that talks to the peer of the same person through npm's `ssb-client`. Closing it ends
/// the program, not the peer. Confined to the test's thread.
public final class Program implements AutoCloseable {
  private final NpmPeer client;
  private final Runnable rest;

  private Program(NpmPeer client, Runnable rest) {
    this.client = client;
    this.rest = rest;
  }

  /// A program of the person whose peer of ours this is.
  ///
  /// @param folder as the peer was started with
  static Program of(TestPeer peer, Path folder) throws Exception {
    Feeds feeds = peer.feeds();
    SecureRandom random = new SecureRandom();
    OwnerNode owner = new OwnerNode(feeds, Optional.of(peer.replication()), InstantSource.system());
    Procedures procedures =
        LocalListener.procedures(owner, ClientCalls.of(feeds, Optional.of(peer.replication())));
    LocalListener listener =
        LocalListener.open(
            new SecretChannel.Terms(
                NetworkKey.MAIN, feeds.identity().keys(), random, Duration.ofSeconds(10)),
            KeyPair.generate(random).publicKey(),
            procedures,
            0);
    Path data = folder.resolve("data");
    Files.write(data.resolve("manifest.json"), JsonWriter.compact(procedures.manifest()));
    return new Program(
        NpmPeer.client(data, listener.port()),
        () -> {
          listener.close();
          owner.close();
        });
  }

  /// A program of the person whose peer of theirs this is.
  static Program of(NpmPeer peer, Path folder) throws Exception {
    Files.write(folder.resolve("manifest.json"), JsonWriter.compact(peer.tell("manifest")));
    return new Program(NpmPeer.client(folder, peer.address().port()), () -> {});
  }

  /// A program of the person whose folder this is.
  public static Program at(Path folder, int port) throws Exception {
    return new Program(NpmPeer.client(folder, port), () -> {});
  }

  /// Makes a call with one answer.
  ///
  /// @throws IOException with the words of the refusal
  public Json call(String method, Json... arguments) throws Exception {
    return client.tell("call", arguments(method, arguments).build());
  }

  /// All that comes by a stream until it ends.
  public List<Json> source(String method, Json... arguments) throws Exception {
    JsonObject came =
        client.tell("source", arguments(method, arguments).build()).asObject().orElseThrow();
    if (came.string("error").isPresent()) {
      throw new IOException(came.string("error").get());
    }
    if (!came.bool("ended").orElseThrow()) {
      throw new IOException(method + " does not end");
    }
    return items(came);
  }

  /// The first that come by a stream, once they have.
  public CompletableFuture<List<Json>> first(int limit, String method, Json... arguments)
      throws IOException {
    JsonObject asked = arguments(method, arguments).put("limit", (double) limit).build();
    return client.ask("source", asked).thenApply(came -> items(came.asObject().orElseThrow()));
  }

  /// What comes by a stream until it ends, or nothing has come and no call been under way for that
  /// time, whether it has ended, and its error.
  CompletableFuture<Json> untilQuiet(long ms, String method, List<Json> arguments)
      throws IOException {
    JsonObject.Builder asked = arguments(method, arguments.toArray(Json[]::new));
    return client.ask("source", asked.put("quiet", ms).build());
  }

  /// Adds a blob and tells its id.
  public String add(byte[] bytes) throws Exception {
    String base64 = Base64.getEncoder().encodeToString(bytes);
    return client.tell("add", "base64", base64).asString().orElseThrow();
  }

  @Override
  public void close() {
    client.close();
    rest.run();
  }

  private static JsonObject.Builder arguments(String method, Json... arguments) {
    return JsonObject.builder()
        .put("method", method)
        .put("args", new JsonArray(List.of(arguments)));
  }

  private static List<Json> items(JsonObject came) {
    return came.array("items").orElseThrow().items();
  }

  /// Bytes as they come by a stream.
  static String text(List<Json> pieces) {
    StringBuilder text = new StringBuilder();
    for (Json piece : pieces) {
      String base64 = piece.asObject().flatMap(object -> object.string("base64")).orElseThrow();
      text.append(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
    }
    return text.toString();
  }
}
