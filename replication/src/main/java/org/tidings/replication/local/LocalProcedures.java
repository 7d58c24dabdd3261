package org.tidings.replication.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonBool;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonString;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Call;
import org.tidings.replication.muxrpc.Procedure;
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
  static List<Procedure> of(LocalNode node) {
    return new LocalProcedures(node).all();
  }

  private List<Procedure> all() {
    List<Procedure> all = new ArrayList<>(new RoomProcedures(node).all());
    all.addAll(new StorageProcedures(node).all());
    all.addAll(own());
    return all;
  }

  private List<Procedure> own() {
    return List.of(
        Answering.async(LocalMethods.STATUS, call -> node.status()),
        Answering.async(LocalMethods.WAIT, this::await),
        Answering.async(LocalMethods.RESUME, call -> node.resume()),
        Answering.async(LocalMethods.PUBLISH, this::publish),
        Answering.async(LocalMethods.PRIVATE_PUBLISH, this::publishPrivate),
        Answering.async(LocalMethods.CONNECT, this::connect),
        Answering.async(LocalMethods.PEOPLE, call -> node.people(call.text(0, "an id or a name"))),
        Answering.async(LocalMethods.PETNAMES, call -> node.petnames()),
        Answering.async(LocalMethods.NAME, this::name),
        Answering.async(
            LocalMethods.CREATE_INVITE, call -> node.createInvite(InviteQuery.of(call.object(0)))),
        Answering.stream(LocalMethods.USE_INVITE, this::useInvite),
        Answering.async(LocalMethods.RAISE, this::raise),
        Answering.stream(LocalMethods.DELIVERIES, this::deliveries),
        Answering.stream(LocalMethods.LOG, this::log),
        Answering.stream(LocalMethods.IMPORT, this::importFile),
        Answering.stream(LocalMethods.EXPORT, this::export),
        Answering.stream(LocalMethods.THREAD, this::thread),
        Answering.stream(LocalMethods.SEARCH, this::search),
        Answering.stream(LocalMethods.DOCTOR, this::doctor));
  }

  private Json await(Call call) throws IOException, InterruptedException {
    JsonObject wanted = call.object(0);
    return node.waitForMessages(
        (long) wanted.number("messages").orElse(0),
        Duration.ofMillis((long) wanted.number("timeoutMs").orElse(0)));
  }

  private Json publish(Call call) throws IOException, InterruptedException {
    return key(node.publish(call.object(0)));
  }

  private Json publishPrivate(Call call) throws IOException, InterruptedException {
    List<FeedId> readers = new ArrayList<>();
    for (Json reader : call.array(1).items()) {
      readers.add(
          reader
              .asString()
              .flatMap(FeedId::parse)
              .orElseThrow(() -> new RpcError("a reader is not a feed")));
    }
    return key(node.publishPrivate(call.object(0), readers));
  }

  private Json connect(Call call) throws IOException, InterruptedException {
    String address = call.text(0, "an address");
    node.connect(
        PeerAddress.parse(address).orElseThrow(() -> new RpcError(address + " is no address")));
    return JsonBool.TRUE;
  }

  private Json name(Call call) throws IOException, InterruptedException {
    node.name(call.feed(0), call.text(1, "a name"));
    return JsonBool.TRUE;
  }

  private Json raise(Call call) throws IOException, InterruptedException {
    node.raise(call.argument(0).flatMap(Json::asString));
    return JsonBool.TRUE;
  }

  private void useInvite(Call call, RpcStream stream) throws IOException, InterruptedException {
    node.useInvite(call.text(0, "an invite"), step -> stream.send(Body.rawJson(step)));
  }

  private void deliveries(Call call, RpcStream stream) throws IOException, InterruptedException {
    node.deliveries(
        DeliveryQuery.of(call.object(0)), delivery -> stream.send(Body.rawJson(delivery)));
  }

  private void log(Call call, RpcStream stream) throws IOException, InterruptedException {
    node.log(LogQuery.of(call.options(0)), message -> stream.send(Body.rawJson(message)));
  }

  private void importFile(Call call, RpcStream stream) throws IOException, InterruptedException {
    Path file = Path.of(call.text(0, "a file name"));
    stream.send(Body.json(node.importFile(file, told -> stream.send(Body.rawJson(told)))));
  }

  private void export(Call call, RpcStream stream) throws IOException, InterruptedException {
    stream.send(Body.json(node.export(message -> stream.send(Body.rawJson(message)))));
  }

  private void thread(Call call, RpcStream stream) throws IOException, InterruptedException {
    node.thread(ThreadQuery.of(call.object(0)), message -> stream.send(Body.rawJson(message)));
  }

  private void search(Call call, RpcStream stream) throws IOException, InterruptedException {
    node.search(FindQuery.of(call.object(0)), message -> stream.send(Body.rawJson(message)));
  }

  private void doctor(Call call, RpcStream stream) throws IOException, InterruptedException {
    node.doctor(Treatment.of(call.object(0)), line -> stream.send(Body.rawJson(line)));
  }

  private static Json key(MessageId id) {
    return JsonObject.of("key", new JsonString(id.toString()));
  }
}
