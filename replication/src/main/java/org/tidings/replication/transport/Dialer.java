package org.tidings.replication.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// Calls peers by TCP and shakes hands with them. Thread-safe.
public final class Dialer {
  private final SecretChannel.Terms terms;
  private final Duration patience;
  private final NameLookup names = new NameLookup(InetAddress::getAllByName);

  /// @param patience how long a call may take in all, over all addresses a name stands for, up to
  ///     the handshake
  public Dialer(SecretChannel.Terms terms, Duration patience) {
    this.terms = terms;
    this.patience = patience;
  }

  /// A channel to that peer, after the handshake. Every address of a name is tried in turn.
  ///
  /// @throws ConnectionFailedException saying why not
  public SecretChannel dial(PeerAddress address) throws ConnectionFailedException {
    long deadline = System.nanoTime() + patience.toNanos();
    TcpChannel channel = connect(address, deadline);
    Duration rest = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
    return SecretChannel.dial(channel, terms.within(rest), address.key());
  }

  private TcpChannel connect(PeerAddress address, long deadline) throws ConnectionFailedException {
    ConnectionFailedException last = new ConnectionFailedException(Failure.NAME_UNKNOWN);
    InetAddress[] targets = names.find(address.host(), deadline - System.nanoTime());
    for (int i = 0; i < targets.length; i++) {
      long share = (deadline - System.nanoTime()) / (targets.length - i);
      try {
        return connect(new InetSocketAddress(targets[i], address.port()), share);
      } catch (SocketTimeoutException e) {
        last = new ConnectionFailedException(Failure.TIMEOUT, e);
      } catch (ConnectException e) {
        last = new ConnectionFailedException(Failure.PORT_CLOSED, e);
      } catch (IOException e) {
        last = new ConnectionFailedException(Failure.UNREACHABLE, e);
      }
    }
    throw last;
  }

  private static TcpChannel connect(InetSocketAddress target, long nanos) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(target, (int) Math.max(1, nanos / 1_000_000));
      return new TcpChannel(socket);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }
}
