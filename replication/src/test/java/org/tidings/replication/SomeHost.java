package org.tidings.replication;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.KeyPair;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Procedures;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcLimits;
import org.tidings.replication.transport.Capacity;
import org.tidings.replication.transport.Channel;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Listener;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.SecretChannel;

/// Somebody on loopback who lets everybody in and answers some calls. Thread-safe.
public final class SomeHost implements Listener.Host, AutoCloseable {
  private final KeyPair keys;
  private final Procedures procedures;
  private final BlockingQueue<RpcConnection> guests = new LinkedBlockingQueue<>();
  private final Listener listener;

  /// @param procedures what its guests may call
  public SomeHost(KeyPair keys, Procedures procedures) throws IOException {
    this.keys = keys;
    this.procedures = procedures;
    InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    this.listener = Listener.open(anywhere, Capacity.unshared(9), this);
  }

  /// How somebody with these keys shakes hands.
  public static SecretChannel.Terms terms(KeyPair keys) {
    return new SecretChannel.Terms(
        NetworkKey.MAIN, keys, new SecureRandom(), Duration.ofSeconds(10));
  }

  public NetAddress address() {
    return new NetAddress("127.0.0.1", listener.port(), keys.publicKey());
  }

  /// The next guest, waiting for it.
  public RpcConnection guest() throws InterruptedException {
    return guests.take();
  }

  /// Is called in vain from now on; who is connected stays so.
  public void goAway() {
    listener.close();
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
