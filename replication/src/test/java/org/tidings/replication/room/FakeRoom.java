package org.tidings.replication.room;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.Procedures;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcLimits;
import org.tidings.replication.muxrpc.RpcStream;
import org.tidings.replication.transport.Capacity;
import org.tidings.replication.transport.Channel;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Listener;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.SecretChannel;
import org.tidings.replication.transport.TunnelAddress;

/// Something on loopback that says it is a room, and otherwise does as a test wants. Thread-safe.
public final class FakeRoom implements Listener.Host, AutoCloseable {
  static final Method ATTENDANTS = Method.source("room.attendants");
  static final Method METADATA = Method.async("room.metadata");

  private final KeyPair keys = SomeKeys.of("fake room");
  private final Procedures procedures;
  private final BlockingQueue<RpcConnection> guests = new LinkedBlockingQueue<>();
  private final Listener listener;

  /// @param all what its guests may call, but for `room.metadata`
  public FakeRoom(Procedure... all) throws IOException {
    List<Procedure> procedures = new ArrayList<>(List.of(all));
    procedures.add(metadata());
    this.procedures = Procedures.of(procedures);
    InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    this.listener = Listener.open(anywhere, Capacity.unshared(9), this);
  }

  /// What makes a guest take somebody for a room.
  static Procedure metadata() {
    return Procedure.async(
        METADATA,
        call ->
            Body.json(
                JsonObject.of("name", Json.of("the friendliest room"))
                    .with("features", JsonArray.of(Json.of("alias")))));
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
    FeedId user = FeedId.of(owner.publicKey());
    return JsonObject.builder()
        .put("multiserverAddress", address().toString())
        .put("roomId", id().toString())
        .put("userId", user.toString())
        .put("alias", name)
        .put("signature", SignedText.alias(id(), user, name).signedBy(owner))
        .build();
  }

  /// How somebody with these keys shakes hands.
  static SecretChannel.Terms terms(KeyPair keys) {
    return new SecretChannel.Terms(
        NetworkKey.MAIN, keys, new SecureRandom(), Duration.ofSeconds(10));
  }

  public FeedId id() {
    return FeedId.of(keys.publicKey());
  }

  KeyPair keys() {
    return keys;
  }

  public NetAddress address() {
    return new NetAddress("127.0.0.1", listener.port(), keys.publicKey());
  }

  /// The next guest, waiting for it.
  public RpcConnection guest() throws InterruptedException {
    return guests.take();
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
        SecretChannel.dial(new TunnelChannel(tunnel, "test"), terms(keys), guest.key());
    return new RpcConnection(channel, guest, Procedures.of(), RpcLimits.PEER).start();
  }

  @Override
  public Optional<SecretChannel> open(Channel channel) {
    try {
      return Optional.of(SecretChannel.accept(channel, terms(keys), anybody -> true));
    } catch (ConnectionFailedException gone) {
      return Optional.empty();
    }
  }

  @Override
  public void serve(SecretChannel channel) {
    FeedId caller = FeedId.of(channel.remote());
    try (RpcConnection guest =
        new RpcConnection(channel, caller, procedures, RpcLimits.PEER).start()) {
      guests.add(guest);
      guest.awaitEnd();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    listener.close();
    guests.forEach(guest -> guest.abort(new IOException("test over")));
  }
}
