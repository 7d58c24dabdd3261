package org.tidings.replication;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.tidings.replication.transport.NetAddress;

/// A wire between two peers that can be cut or fall silent, not wider and not shorter than is said:
/// passes on bytes until then. Thread-safe.
public final class CuttingRelay implements AutoCloseable {
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  private static final int PIECE = 4_096;

  private final ServerSocket server = new ServerSocket(0, 10, LOOPBACK);
  private final NetAddress target;
  private final int kbPerSecond;
  private final Duration delay;
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("wire").factory());
  private final AtomicLong passed = new AtomicLong();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Set<Socket> silent = ConcurrentHashMap.newKeySet();

  public CuttingRelay(NetAddress target, int kbPerSecond) throws IOException {
    this(target, kbPerSecond, Duration.ZERO);
  }

  /// @param delay so long every byte is under way
  CuttingRelay(NetAddress target, int kbPerSecond, Duration delay) throws IOException {
    this.target = target;
    this.kbPerSecond = kbPerSecond;
    this.delay = delay;
    Thread.ofVirtual().start(this::accept);
  }

  /// Where to call to reach the target.
  public NetAddress address() {
    return new NetAddress(LOOPBACK.getHostAddress(), server.getLocalPort(), target.key());
  }

  /// How many bytes went through, both ways together.
  public long passed() {
    return passed.get();
  }

  /// Ends every connection, in the middle of whatever is under way.
  public void cut() {
    for (Socket socket : List.copyOf(sockets)) {
      sockets.remove(socket);
      cut(socket);
    }
  }

  private static void cut(Socket socket) {
    try (socket) {
      socket.setSoLinger(true, 0);
    } catch (IOException closed) {
      // Just what is wanted.
    }
  }

  /// Passes nothing on any more over the connections there are, without a word, as when one end is
  /// on another network.
  void silence() {
    silent.addAll(sockets);
  }

  @Override
  public void close() throws IOException {
    server.close();
    cut();
    later.shutdownNow();
  }

  private void accept() {
    try {
      while (!server.isClosed()) {
        Socket caller = server.accept();
        Socket called = new Socket(LOOPBACK, target.port());
        pass(caller, called);
        pass(called, caller);
      }
    } catch (IOException closed) {
      sockets.clear();
    }
  }

  private void carry(byte[] bytes, OutputStream out) throws IOException {
    if (delay.isZero()) {
      out.write(bytes);
      return;
    }
    var _ =
        later.schedule(
            () -> {
              out.write(bytes);
              return true;
            },
            delay.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  private void pass(Socket from, Socket to) {
    sockets.add(from);
    Thread.ofVirtual()
        .start(
            () -> {
              try (from;
                  to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                byte[] some = new byte[PIECE];
                for (int n = in.read(some); n >= 0; n = in.read(some)) {
                  if (!silent.contains(from)) {
                    carry(Arrays.copyOf(some, n), out);
                    passed.addAndGet(n);
                  }
                  LockSupport.parkNanos(PIECE * 1_000_000L / kbPerSecond);
                }
              } catch (IOException cut) {
                sockets.remove(from);
              }
            });
  }
}
