package org.tidings.replication.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonBool;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonString;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.StoreException;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Call;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.Procedures;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.muxrpc.RpcStream;
import org.tidings.replication.transport.PeerAddress;

/// Offers the owner's commands as muxrpc procedures. Immutable.
final class LocalProcedures {
  private final LocalNode node;

  private LocalProcedures(LocalNode node) {
    this.node = node;
  }

  /// All of them.
  static Procedures of(LocalNode node) {
    return new LocalProcedures(node).all();
  }

  private Procedures all() {
    return Procedures.of(
        answering(LocalMethods.WHOAMI, call -> JsonObject.of("id", idOf(node.status()))),
        answering(LocalMethods.STATUS, call -> node.status()),
        answering(LocalMethods.WAIT, this::await),
        answering(LocalMethods.PUBLISH, this::publish),
        answering(LocalMethods.PRIVATE_PUBLISH, this::publishPrivate),
        answering(LocalMethods.CONNECT, this::connect),
        answering(
            LocalMethods.IMPORT, call -> node.importFile(Path.of(text(call, 0, "a file name")))),
        answering(LocalMethods.RAISE, this::raise),
        streaming(LocalMethods.LOG, this::log),
        streaming(LocalMethods.THREAD, this::thread),
        streaming(LocalMethods.SEARCH, this::search),
        streaming(LocalMethods.DOCTOR, this::doctor));
  }

  private Json await(Call call) throws IOException, InterruptedException {
    JsonObject wanted = object(call, 0);
    return node.waitForMessages(
        (long) wanted.number("messages").orElse(0),
        Duration.ofMillis((long) wanted.number("timeoutMs").orElse(0)));
  }

  private Json publish(Call call) throws IOException, InterruptedException {
    return key(node.publish(object(call, 0)));
  }

  private Json publishPrivate(Call call) throws IOException, InterruptedException {
    List<FeedId> readers = new ArrayList<>();
    for (Json reader : array(call, 1).items()) {
      readers.add(
          reader
              .asString()
              .flatMap(FeedId::parse)
              .orElseThrow(() -> new RpcError("a reader is not a feed")));
    }
    return key(node.publishPrivate(object(call, 0), readers));
  }

  private Json connect(Call call) throws IOException, InterruptedException {
    String address = text(call, 0, "an address");
    node.connect(
        PeerAddress.parse(address).orElseThrow(() -> new RpcError(address + " is no address")));
    return JsonBool.TRUE;
  }

  private Json raise(Call call) throws IOException, InterruptedException {
    node.raise();
    return JsonBool.TRUE;
  }

  private void log(Call call, RpcStream stream) throws IOException, InterruptedException {
    JsonObject options = call.argument(0).flatMap(Json::asObject).orElse(JsonObject.of());
    node.log(LogQuery.of(options), message -> stream.send(Body.rawJson(message)));
  }

  private void thread(Call call, RpcStream stream) throws IOException, InterruptedException {
    node.thread(ThreadQuery.of(object(call, 0)), message -> stream.send(Body.rawJson(message)));
  }

  private void search(Call call, RpcStream stream) throws IOException, InterruptedException {
    node.search(FindQuery.of(object(call, 0)), message -> stream.send(Body.rawJson(message)));
  }

  private void doctor(Call call, RpcStream stream) throws IOException, InterruptedException {
    node.doctor(Treatment.of(object(call, 0)), line -> stream.send(Body.rawJson(line)));
  }

  private static Procedure answering(Method method, Answer answer) {
    return Procedure.async(
        method,
        call -> {
          try {
            return Body.json(answer.to(call));
          } catch (StoreException e) {
            throw Refusals.answer(e);
          }
        });
  }

  private static Procedure streaming(Method method, Procedure.StreamHandler handler) {
    return Procedure.stream(
        method,
        (call, stream) -> {
          try {
            handler.serve(call, stream);
          } catch (StoreException e) {
            throw Refusals.answer(e);
          }
        });
  }

  private static Json key(MessageId id) {
    return JsonObject.of("key", new JsonString(id.toString()));
  }

  private static Json idOf(JsonObject status) {
    return new JsonString(status.string("id").orElseThrow());
  }

  private static JsonObject object(Call call, int index) throws RpcError {
    return call.argument(index)
        .flatMap(Json::asObject)
        .orElseThrow(() -> new RpcError("argument " + index + " is not an object"));
  }

  private static JsonArray array(Call call, int index) throws RpcError {
    Optional<Json> argument = call.argument(index);
    if (argument.isPresent() && argument.get() instanceof JsonArray array) {
      return array;
    }
    throw new RpcError("argument " + index + " is not an array");
  }

  private static String text(Call call, int index, String what) throws RpcError {
    return call.argument(index)
        .flatMap(Json::asString)
        .orElseThrow(() -> new RpcError("argument " + index + " is not " + what));
  }

  /// Answers a call with JSON.
  @FunctionalInterface
  private interface Answer {
    Json to(Call call) throws IOException, InterruptedException;
  }
}
