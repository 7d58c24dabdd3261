package org.tidings.replication.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;

/// Calls peers by TCP and shakes hands with them. Thread-safe.
public final class Dialer {
  private final SecretChannel.Terms terms;
  private final Duration patience;

  /// @param patience how long one address may take to answer the TCP connection
  public Dialer(SecretChannel.Terms terms, Duration patience) {
    this.terms = terms;
    this.patience = patience;
  }

  /// A channel to that peer, after the handshake. Every address of a name is tried in turn.
  ///
  /// @throws ConnectionFailedException saying why not
  public SecretChannel dial(PeerAddress address) throws ConnectionFailedException {
    return SecretChannel.dial(connect(address), terms, address.key());
  }

  private TcpChannel connect(PeerAddress address) throws ConnectionFailedException {
    ConnectionFailedException last = new ConnectionFailedException(Failure.NAME_UNKNOWN);
    for (InetAddress target : resolve(address.host())) {
      try {
        return connect(new InetSocketAddress(target, address.port()));
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

  private TcpChannel connect(InetSocketAddress target) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(target, Math.toIntExact(patience.toMillis()));
      return new TcpChannel(socket);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static InetAddress[] resolve(String host) throws ConnectionFailedException {
    try {
      return InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      throw new ConnectionFailedException(Failure.NAME_UNKNOWN, e);
    }
  }
}
