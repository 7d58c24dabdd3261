package org.tidings.replication.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.crypto.key.PublicKey;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Procedure;
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

  private final SecretChannel.Terms terms;
  private final Predicate<PublicKey> visitors;
  private final Procedures procedures;
  private final Set<RpcConnection> connections = ConcurrentHashMap.newKeySet();
  private final Listener listener;
  private volatile boolean closing;

  private LocalListener(
      SecretChannel.Terms terms, PublicKey visitor, Procedures procedures, int port)
      throws IOException {
    this.terms = terms;
    this.visitors = key -> key.equals(visitor) || key.equals(terms.self().publicKey());
    this.procedures = procedures;
    this.listener =
        Listener.open(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), COMMANDS, this);
  }

  /// Starts to listen.
  ///
  /// @param visitor the key of this start
  /// @param procedures all that may be called
  /// @param port 0 takes a free one
  public static LocalListener open(
      SecretChannel.Terms terms, PublicKey visitor, Procedures procedures, int port)
      throws IOException {
    return new LocalListener(terms, visitor, procedures, port);
  }

  /// What our own commands and other programs of ours may call.
  ///
  /// @param others what other programs may call
  public static Procedures procedures(LocalNode node, List<Procedure> others) {
    return Procedures.of(
        Stream.concat(LocalProcedures.of(node).stream(), others.stream()).toList());
  }

  /// The port, a real one.
  public int port() {
    return listener.port();
  }

  /// Takes no more commands and says goodbye to those that are being answered.
  @Override
  public void close() {
    closing = true;
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
    var _ = answers(channel);
  }

  /// Has the connection of somebody who came in with our own key, here or elsewhere, until it ends.
  /// A connection is among the others before it starts: what it calls may be what closes us.
  ///
  /// @return whether they called anything that programs of ours may call, or may have been about to
  ///     when we ended
  public boolean answers(SecretChannel channel) {
    FeedId caller = FeedId.of(channel.remote().bytes());
    RpcConnection connection = new RpcConnection(channel, caller, procedures, RpcLimits.OWN);
    try (connection) {
      connections.add(connection);
      connection.start();
      if (closing) {
        connection.close();
      }
      connection.awaitEnd();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      connections.remove(connection);
    }
    return closing || connection.isCalled();
  }
}
