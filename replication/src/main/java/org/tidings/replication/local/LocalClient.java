package org.tidings.replication.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tidings.crypto.key.PublicKey;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonString;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedures;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcLimits;
import org.tidings.replication.muxrpc.RpcStream;
import org.tidings.replication.transport.PeerAddress;
import org.tidings.replication.transport.ProtocolException;
import org.tidings.replication.transport.SecretChannel;
import org.tidings.replication.transport.TcpChannel;

/// The commands, asked of the process that owns the data folder. Thread-safe.
public final class LocalClient implements LocalNode, AutoCloseable {
  private final RpcConnection connection;

  private LocalClient(RpcConnection connection) {
    this.connection = connection;
  }

  /// Calls the owner's local listener.
  ///
  /// @throws IOException when nobody, or somebody else, answers there
  public static LocalClient dial(int port, SecretChannel.Terms terms, PublicKey owner)
      throws IOException {
    Socket socket = new Socket(Proxy.NO_PROXY);
    try {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
          Math.toIntExact(terms.patience().toMillis()));
      SecretChannel channel = SecretChannel.dial(new TcpChannel(socket), terms, owner);
      return new LocalClient(
          new RpcConnection(channel, FeedId.of(owner.bytes()), Procedures.of(), RpcLimits.OWN)
              .start());
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  @Override
  public JsonObject status() throws IOException, InterruptedException {
    return ask(LocalMethods.STATUS);
  }

  @Override
  public JsonObject resume() throws IOException, InterruptedException {
    return Answer.to(connection, LocalMethods.RESUME).object();
  }

  @Override
  public JsonObject waitForMessages(long atLeast, Duration atMost)
      throws IOException, InterruptedException {
    return ask(
        LocalMethods.WAIT,
        JsonObject.builder()
            .put("messages", (double) atLeast)
            .put("timeoutMs", (double) atMost.toMillis())
            .build());
  }

  @Override
  public MessageId publish(JsonObject content) throws IOException, InterruptedException {
    return key(ask(LocalMethods.PUBLISH, content));
  }

  @Override
  public MessageId publishPrivate(JsonObject content, List<FeedId> readers)
      throws IOException, InterruptedException {
    JsonArray names = JsonArray.ofStrings(readers.stream().map(FeedId::toString).toList());
    return key(ask(LocalMethods.PRIVATE_PUBLISH, content, names));
  }

  @Override
  public void connect(PeerAddress address) throws IOException, InterruptedException {
    connection.call(LocalMethods.CONNECT, new JsonString(address.toString()));
  }

  @Override
  public void log(LogQuery query, MessageSink sink) throws IOException, InterruptedException {
    each(LocalMethods.LOG, query.json(), sink);
  }

  @Override
  public LocalRooms rooms() {
    return new ClientRooms(connection);
  }

  @Override
  public JsonArray people(String named) throws IOException, InterruptedException {
    return Answer.to(connection, LocalMethods.PEOPLE, Json.of(named)).array();
  }

  @Override
  public JsonArray petnames() throws IOException, InterruptedException {
    return Answer.to(connection, LocalMethods.PETNAMES).array();
  }

  @Override
  public void name(FeedId feed, String name) throws IOException, InterruptedException {
    connection.call(LocalMethods.NAME, Json.of(feed.toString()), Json.of(name));
  }

  @Override
  public LocalStorage storage() {
    return new ClientStorage(connection);
  }

  @Override
  public void thread(ThreadQuery query, MessageSink sink) throws IOException, InterruptedException {
    each(LocalMethods.THREAD, query.json(), sink);
  }

  @Override
  public void search(FindQuery query, MessageSink sink) throws IOException, InterruptedException {
    each(LocalMethods.SEARCH, query.json(), sink);
  }

  @Override
  public JsonObject export(MessageSink sink) throws IOException, InterruptedException {
    return last(sink, LocalMethods.EXPORT);
  }

  @Override
  public JsonObject importFile(Path file, MessageSink told)
      throws IOException, InterruptedException {
    return last(told, LocalMethods.IMPORT, new JsonString(file.toAbsolutePath().toString()));
  }

  @Override
  public void doctor(Treatment treatment, MessageSink sink)
      throws IOException, InterruptedException {
    each(LocalMethods.DOCTOR, treatment.json(), sink);
  }

  @Override
  public JsonObject createInvite(InviteQuery query) throws IOException, InterruptedException {
    return ask(LocalMethods.CREATE_INVITE, query.json());
  }

  @Override
  public void useInvite(String code, MessageSink sink) throws IOException, InterruptedException {
    each(LocalMethods.USE_INVITE, new JsonString(code), sink);
  }

  @Override
  public void deliveries(DeliveryQuery query, MessageSink sink)
      throws IOException, InterruptedException {
    each(LocalMethods.DELIVERIES, query.json(), sink);
  }

  @Override
  public void raise(Optional<String> link) throws IOException, InterruptedException {
    connection.call(LocalMethods.RAISE, link.map(JsonString::new).stream().toArray(Json[]::new));
  }

  @Override
  public void close() {
    connection.close();
  }

  private JsonObject ask(Method method, Json... arguments)
      throws IOException, InterruptedException {
    return Answer.to(connection, method, arguments).object();
  }

  private void each(Method method, Json argument, MessageSink sink)
      throws IOException, InterruptedException {
    try (RpcStream stream = connection.open(method, argument)) {
      for (Optional<Body> body = stream.receive(); body.isPresent(); body = stream.receive()) {
        sink.accept(body.get().bytes());
      }
    }
  }

  /// Hands on everything of a stream but its last word, which is the answer.
  private JsonObject last(MessageSink sink, Method method, Json... arguments)
      throws IOException, InterruptedException {
    try (RpcStream stream = connection.open(method, arguments)) {
      Optional<Body> word = stream.receive();
      for (Optional<Body> next = stream.receive(); next.isPresent(); next = stream.receive()) {
        sink.accept(word.orElseThrow().bytes());
        word = next;
      }
      return word.flatMap(LocalClient::object)
          .orElseThrow(() -> new ProtocolException("a stream without an answer"));
    }
  }

  private static Optional<JsonObject> object(Body body) {
    try {
      return Json.parse(body.bytes()).asObject();
    } catch (JsonException rubbish) {
      return Optional.empty();
    }
  }

  private static MessageId key(JsonObject answer) throws ProtocolException {
    return answer
        .string("key")
        .flatMap(MessageId::parse)
        .orElseThrow(() -> new ProtocolException("an answer without a key"));
  }
}
