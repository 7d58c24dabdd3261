package org.tidings.replication.transport;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes TCP connections, each in a virtual thread of its own, never more than its capacity; those
/// beyond it are closed before a byte is read or have others give way, and those too soon are kept
/// waiting for their turn.
/// Thread-safe.
public final class Listener implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Listener.class);

  private static final long SHORTEST_PAUSE_MS = 5;
  private static final long LONGEST_PAUSE_MS = 1_000;
  private static final Duration SAID_AGAIN = Duration.ofSeconds(10);

  private final ServerSocket server;
  private final Places places;
  private final Host host;
  private final Pause pause;
  private final AtomicLong accepted = new AtomicLong();

  /// How many were refused since that was said. Confined to the listening thread, as is the next.
  private long refused;

  private Patience saidSo = Patience.of(Duration.ZERO);

  /// Whom those who connect meet. Each connection has a thread of its own, and is closed when that
  /// returns.
  public interface Host {
    /// Has them prove who they are; empty when they do not, or may not come in.
    Optional<SecretChannel> open(Channel channel);

    /// Has the connection of somebody who came in until it returns.
    void serve(SecretChannel channel);
  }

  /// Waits before the next try, after so many failures in a row.
  interface Pause {
    void take(int failures) throws InterruptedException;
  }

  /// @param pause what to do between tries that fail, which may go on for long: no file is free
  Listener(ServerSocket server, Capacity capacity, Host host, Pause pause) {
    this.server = server;
    this.places = new Places(capacity);
    this.host = host;
    this.pause = pause;
  }

  /// Listens at that address; port 0 takes a free one, the wildcard address hears IPv4 and IPv6.
  ///
  /// @throws java.net.BindException when the port is taken or the address is not ours
  public static Listener open(InetSocketAddress at, Capacity capacity, Host host)
      throws IOException {
    ServerSocket server = new ServerSocket();
    try {
      server.bind(
          at.getAddress().isAnyLocalAddress() ? everywhere(at.getPort()) : at, capacity.all());
    } catch (IOException e) {
      server.close();
      throw e;
    }
    Listener listener = new Listener(server, capacity, host, Listener::pause);
    Thread.ofVirtual().name("listener-" + listener.port()).start(listener::run);
    return listener;
  }

  /// The wildcard of this machine: `::` by name cannot be bound where IPv6 is switched off.
  private static InetSocketAddress everywhere(int port) {
    return new InetSocketAddress(port);
  }

  /// The port we listen at.
  public int port() {
    return server.getLocalPort();
  }

  /// Takes no more connections; those that are being served go on.
  @Override
  public void close() {
    close(server);
  }

  /// Takes connections until closed.
  void run() {
    int failures = 0;
    try {
      while (!server.isClosed()) {
        failures = takesNext(failures == 0) ? 0 : failures + 1;
        if (failures > 0 && !server.isClosed()) {
          pause.take(failures);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean takesNext(boolean tells) {
    try {
      take(server.accept());
      return true;
    } catch (IOException e) {
      if (tells && !server.isClosed()) {
        log.warn("connections cannot be taken for now: {}", e.getMessage());
      }
      return false;
    } catch (RuntimeException | Error bug) {
      log.error("taking a connection met a fault", bug);
      return false;
    }
  }

  private static void pause(int failures) throws InterruptedException {
    Thread.sleep(Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS << Math.min(failures, 10)));
  }

  private void take(Socket socket) {
    Optional<Places.Place> place = places.take(socket.getInetAddress(), () -> close(socket));
    if (place.isEmpty()) {
      tellTooMany(socket);
      close(socket);
      return;
    }
    Thread.ofVirtual()
        .name("peer-in-" + accepted.incrementAndGet())
        .start(() -> serveAndClose(socket, place.get()));
  }

  /// Once in a while: whoever comes in vain comes as often as they can.
  private void tellTooMany(Socket socket) {
    refused++;
    if (saidSo.isOver()) {
      log.info(
          "{} refused, too many, and {} since that was last said",
          socket.getRemoteSocketAddress(),
          refused - 1);
      refused = 0;
      saidSo = Patience.of(SAID_AGAIN);
    }
  }

  private void serveAndClose(Socket socket, Places.Place place) {
    try (place) {
      if (place.awaitTurn()) {
        Optional<SecretChannel> guest = host.open(new TcpChannel(socket, place::spoke));
        if (guest.isPresent()) {
          place.proven();
          host.serve(guest.get());
        }
      }
    } catch (IOException e) {
      log.debug("a connection ended early: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      log.debug("closing {}", closeable, e);
    }
  }
}
