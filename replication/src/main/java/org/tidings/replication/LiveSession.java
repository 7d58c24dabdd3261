package org.tidings.replication;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.peer.PeerEvent;
import org.tidings.replication.peer.PeerSession;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.Network;
import org.tidings.replication.transport.PeerAddress;
import org.tidings.replication.transport.ProtocolException;
import org.tidings.replication.transport.Routes;

/// One connection that is up, and why it ended when it did. Thread-safe, but for [#news], which one
/// thread asks.
final class LiveSession {
  private static final long NOT_ASKED = -1;

  private final long number;
  private final PeerSession session;
  private final RpcConnection connection;
  private final Optional<PeerAddress> address;
  private final String from;
  private volatile Optional<Failure> closedFor = Optional.empty();
  private boolean overdue;

  /// How long we had waited for the peer when it was asked for a sign, while none has come.
  private final AtomicLong waitedThen = new AtomicLong(NOT_ASKED);

  LiveSession(
      long number,
      PeerSession session,
      RpcConnection connection,
      Optional<PeerAddress> address,
      String from) {
    this.number = number;
    this.session = session;
    this.connection = connection;
    this.address = address;
    this.from = from;
  }

  /// Grows from one to the next.
  long number() {
    return number;
  }

  /// The address that was dialled; empty when the peer called us.
  Optional<PeerAddress> address() {
    return address;
  }

  /// Whether it leads to the local network, or into a room, with which it ends.
  boolean isNear() {
    if (session.path() == PeerSession.Path.TUNNEL) {
      return true;
    }
    return Routes.isNear(address.isPresent() ? dialled(address.get()) : from);
  }

  private static String dialled(PeerAddress address) {
    return address instanceof NetAddress net ? net.host() + ":" + net.port() : "";
  }

  /// From where the peer called us, or where we called them.
  Network network() {
    return Network.of(from);
  }

  PeerSession session() {
    return session;
  }

  RpcConnection connection() {
    return connection;
  }

  /// The peer is asked for a sign that it is there. Whatever it sends from now on is one, and that
  /// it takes in what we send: on a slow line question and answer wait behind much else.
  void asked() {
    waitedThen.set(connection.waited());
  }

  /// What has changed about whether the line may be dead: a sign of the peer is overdue, as an
  /// answer to what was sent, or for messages it has and we lack; or one has come after all, be it
  /// that it was asked for.
  ///
  /// @param nowNanos the time by [System#nanoTime]
  Optional<PeerEvent> news(long nowNanos) {
    boolean before = overdue;
    overdue = connection.isQuiet(nowNanos) && (before || isSignDue(nowNanos));
    if (overdue && !before) {
      return Optional.of(new PeerEvent.Overdue(number));
    }
    return hasAnswered() || before != overdue
        ? Optional.of(new PeerEvent.Answered(number))
        : Optional.empty();
  }

  private boolean hasAnswered() {
    long then = waitedThen.get();
    return then != NOT_ASKED
        && connection.hasShownSince(then)
        && waitedThen.compareAndSet(then, NOT_ASKED);
  }

  private boolean isSignDue(long nowNanos) {
    return connection.isOwedAnswer(nowNanos) || session.progress().now().isSyncing();
  }

  /// Says goodbye, for that reason.
  void close(Failure why) {
    closedFor = Optional.of(why);
    connection.close();
  }

  /// Whether we have closed it ourselves.
  boolean isClosing() {
    return closedFor.isPresent();
  }

  /// Waits for the end and says what it was.
  Failure awaitEnd() throws InterruptedException {
    Optional<IOException> broken = connection.awaitEnd();
    return closedFor.orElseGet(() -> broken.map(LiveSession::failure).orElse(Failure.CLOSED));
  }

  /// @param path by which way the peer was reached, as far as is known by now
  PeerStatus status(PeerSession.Path path) {
    PeerStatus.Bytes bytes =
        new PeerStatus.Bytes(
            connection.traffic().bytesReceived(), connection.traffic().bytesSent());
    PeerStatus.Link link =
        new PeerStatus.Link(path, session.direction(), from, session.since(), bytes);
    return new PeerStatus.Connected(session.peer(), address, link, session.progress().now());
  }

  private static Failure failure(IOException broken) {
    return switch (broken) {
      case ConnectionFailedException known -> known.failure();
      case ProtocolException broke -> Failure.PROTOCOL;
      default -> Failure.DROPPED;
    };
  }
}
