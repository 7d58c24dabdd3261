package org.tidings.replication.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes TCP connections, each in a virtual thread of its own, never more than a set number at
/// once; those beyond it are closed before a byte is read. Thread-safe.
public final class Listener implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Listener.class);

  private static final long SHORTEST_PAUSE_MS = 5;
  private static final long LONGEST_PAUSE_MS = 1_000;

  private final ServerSocket server;
  private final Semaphore free;
  private final Consumer<Channel> serve;
  private final Pause pause;
  private final AtomicLong accepted = new AtomicLong();

  /// Waits before the next try, after so many failures in a row.
  interface Pause {
    void take(int failures) throws InterruptedException;
  }

  /// @param pause what to do between tries that fail, which may go on for long: no file is free
  Listener(ServerSocket server, int atMost, Consumer<Channel> serve, Pause pause) {
    this.server = server;
    this.free = new Semaphore(atMost);
    this.serve = serve;
    this.pause = pause;
  }

  /// Listens at that address; port 0 takes a free one, the wildcard address hears IPv4 and IPv6.
  ///
  /// @param serve has the connection until it returns; the channel is closed after it
  /// @throws java.net.BindException when the port is taken or the address is not ours
  public static Listener open(InetSocketAddress at, int atMost, Consumer<Channel> serve)
      throws IOException {
    ServerSocket server = new ServerSocket();
    try {
      server.bind(at.getAddress().isAnyLocalAddress() ? everywhere(at.getPort()) : at, atMost);
    } catch (IOException e) {
      server.close();
      throw e;
    }
    Listener listener = new Listener(server, atMost, serve, Listener::pause);
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
    try {
      server.close();
    } catch (IOException e) {
      log.debug("closing the listener", e);
    }
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
    }
  }

  private static void pause(int failures) throws InterruptedException {
    Thread.sleep(Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS << Math.min(failures, 10)));
  }

  private void take(Socket socket) throws IOException {
    if (!free.tryAcquire()) {
      log.info("connection from {} refused: too many", socket.getRemoteSocketAddress());
      socket.close();
      return;
    }
    Thread.ofVirtual()
        .name("peer-in-" + accepted.incrementAndGet())
        .start(() -> serveAndClose(socket));
  }

  private void serveAndClose(Socket socket) {
    try (socket) {
      serve.accept(new TcpChannel(socket));
    } catch (IOException e) {
      log.debug("a connection ended early: {}", e.getMessage());
    } finally {
      free.release();
    }
  }
}
