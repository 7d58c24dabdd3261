package org.tidings.replication.room;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonBool;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.SomeHost;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.Procedures;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcLimits;
import org.tidings.replication.muxrpc.RpcStream;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.SecretChannel;
import org.tidings.replication.transport.TunnelAddress;

/// Something on loopback that says it is a room, and otherwise does as a test wants. Thread-safe.
public final class FakeRoom implements AutoCloseable {
  static final Method ATTENDANTS = Method.source("room.attendants");
  static final Method METADATA = Method.async("room.metadata");

  private final KeyPair keys = SomeKeys.of("fake room");
  private final SomeHost host;

  /// @param all what its guests may call, but for `room.metadata`
  public FakeRoom(Procedure... all) throws IOException {
    this(metadata(), all);
  }

  private FakeRoom(Procedure metadata, Procedure... all) throws IOException {
    List<Procedure> procedures = new ArrayList<>(List.of(all));
    procedures.add(metadata);
    this.host = new SomeHost(keys, Procedures.of(procedures));
  }

  /// One that takes none of its guests for a member.
  static FakeRoom withoutMembers(Procedure... all) throws IOException {
    return new FakeRoom(
        metadata(JsonObject.of("name", Json.of("a room")).with("membership", JsonBool.FALSE)), all);
  }

  /// What makes a guest take somebody for a room.
  static Procedure metadata() {
    return metadata(
        JsonObject.of("name", Json.of("the friendliest room"))
            .with("features", JsonArray.of(Json.of("alias"))));
  }

  private static Procedure metadata(JsonObject told) {
    return Procedure.async(METADATA, call -> Body.json(told));
  }

  /// Tells this once, and nothing more.
  public static Procedure attendants(Json item) {
    return Procedure.stream(
        ATTENDANTS,
        (call, stream) -> {
          stream.send(Body.json(item));
          call.connection().awaitEnd();
        });
  }

  /// What the page of somebody who goes by that name here says in JSON.
  public JsonObject alias(String name, KeyPair owner) {
    return SomeAlias.answer(name, owner, address());
  }

  /// What its page shows to sign a browser in.
  public String signInLink() {
    return signInLink(address());
  }

  static String signInLink(NetAddress room) {
    return "ssb:experimental?action=start-http-auth&sid=%s&sc=%s&multiserverAddress=%s"
        .formatted(encoded(room.id().toString()), "c".repeat(44), encoded(room.toString()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  public FeedId id() {
    return FeedId.of(keys.publicKey());
  }

  KeyPair keys() {
    return keys;
  }

  public NetAddress address() {
    return host.address();
  }

  /// The next guest, waiting for it.
  public RpcConnection guest() throws InterruptedException {
    return host.guest();
  }

  /// A tunnel to a guest, of whom the room does not say truly who is at the other end.
  public RpcStream tunnel(RpcConnection guest) throws IOException, InterruptedException {
    return tunnel(guest, id());
  }

  /// The same, and the room says that it is that one.
  RpcStream tunnel(RpcConnection guest, FeedId origin) throws IOException, InterruptedException {
    JsonObject asked =
        TunnelRequest.to(TunnelAddress.through(id(), guest.remote()))
            .json()
            .with("origin", Json.of(origin.toString()));
    return guest.open(Rooms.CONNECT, asked);
  }

  /// Somebody with these keys at the other end of a tunnel to a guest.
  public static RpcConnection through(RpcStream tunnel, FeedId guest, KeyPair keys)
      throws IOException {
    SecretChannel channel =
        SecretChannel.dial(new TunnelChannel(tunnel, "test"), SomeHost.terms(keys), guest.key());
    return new RpcConnection(channel, guest, Procedures.of(), RpcLimits.PEER).start();
  }

  @Override
  public void close() {
    host.close();
  }
}
