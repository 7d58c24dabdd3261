package org.tidings.replication.pub;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.Procedures;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcLimits;
import org.tidings.replication.transport.Capacity;
import org.tidings.replication.transport.Channel;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Listener;
import org.tidings.replication.transport.SecretChannel;

/// Something on loopback that takes every code, does as a test wants, and follows nobody.
/// Thread-safe.
public final class FakePub implements Listener.Host, AutoCloseable {
  private final KeyPair keys = SomeKeys.of("fake pub");
  private final Procedures procedures;
  private final Queue<RpcConnection> guests = new ConcurrentLinkedQueue<>();
  private final Listener listener;

  /// @param taking run while a code is being taken
  public FakePub(Consumer<FakePub> taking) throws IOException {
    procedures =
        Procedures.of(
            Procedure.async(
                Guest.USE,
                call -> {
                  taking.accept(this);
                  return Body.json(JsonObject.of());
                }));
    InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    listener = Listener.open(anywhere, Capacity.unshared(9), this);
  }

  /// A code for it.
  public String code() {
    String seed = Base64.getEncoder().encodeToString(SomeKeys.of("guest").seed());
    return "127.0.0.1:" + listener.port() + ":" + FeedId.of(keys.publicKey()) + "~" + seed;
  }

  /// Is called in vain from now on; who is connected stays so.
  public void goAway() {
    listener.close();
  }

  @Override
  public Optional<SecretChannel> open(Channel channel) {
    SecretChannel.Terms terms =
        new SecretChannel.Terms(NetworkKey.MAIN, keys, new SecureRandom(), Duration.ofSeconds(10));
    try {
      return Optional.of(SecretChannel.accept(channel, terms, anybody -> true));
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
