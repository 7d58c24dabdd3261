package org.tidings.replication.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.crypto.key.PublicKey;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Procedures;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcLimits;
import org.tidings.replication.transport.Capacity;
import org.tidings.replication.transport.Channel;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Listener;
import org.tidings.replication.transport.SecretChannel;

/// Waits on loopback for our own commands, never announced. Only our own key and the key of this
/// start are let in; they may call everything. Thread-safe.
public final class LocalListener implements AutoCloseable, Listener.Host {
  private static final Logger log = LoggerFactory.getLogger(LocalListener.class);
  private static final Capacity COMMANDS = Capacity.unshared(64);
  private static final int ANY_PORT = 0;

  private final SecretChannel.Terms terms;
  private final Predicate<PublicKey> visitors;
  private final Procedures procedures;
  private final Set<RpcConnection> connections = ConcurrentHashMap.newKeySet();
  private final Listener listener;

  private LocalListener(SecretChannel.Terms terms, PublicKey visitor, LocalNode node)
      throws IOException {
    this.terms = terms;
    this.visitors = key -> key.equals(visitor) || key.equals(terms.self().publicKey());
    this.procedures = LocalProcedures.of(node);
    this.listener =
        Listener.open(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), ANY_PORT), COMMANDS, this);
  }

  /// Starts to listen.
  ///
  /// @param visitor the key of this start
  public static LocalListener open(SecretChannel.Terms terms, PublicKey visitor, LocalNode node)
      throws IOException {
    return new LocalListener(terms, visitor, node);
  }

  /// The port, a free one.
  public int port() {
    return listener.port();
  }

  /// Takes no more commands and says goodbye to those that are being answered.
  @Override
  public void close() {
    listener.close();
    connections.forEach(RpcConnection::close);
  }

  @Override
  public Optional<SecretChannel> open(Channel channel) {
    try {
      return Optional.of(SecretChannel.accept(channel, terms, visitors));
    } catch (ConnectionFailedException e) {
      log.info("local call from {}: {}", channel.remoteName(), e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public void serve(SecretChannel channel) {
    FeedId caller = FeedId.of(channel.remote().bytes());
    try (RpcConnection connection =
        new RpcConnection(channel, caller, procedures, RpcLimits.OWN).start()) {
      connections.add(connection);
      connection.awaitEnd();
      connections.remove(connection);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
