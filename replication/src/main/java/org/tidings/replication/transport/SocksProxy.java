package org.tidings.replication.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A SOCKS5 proxy, such as Tor's. A value; its text is `HOST:PORT`.
///
/// @param host where it is, on this computer most often
public record SocksProxy(String host, int port) {
  private static final Pattern TEXT = Pattern.compile("(.+):(\\d{1,5})");
  private static final int HIGHEST_PORT = 65_535;

  public SocksProxy {
    if (host.isBlank() || port < 1 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("no proxy: " + host + ":" + port);
    }
  }

  /// Reads `HOST:PORT`.
  public static Optional<SocksProxy> parse(String text) {
    Matcher parts = TEXT.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    int port = Integer.parseInt(parts.group(2));
    return port < 1 || port > HIGHEST_PORT
        ? Optional.empty()
        : Optional.of(new SocksProxy(parts.group(1), port));
  }

  /// A connection to a host, by its name if it has one: the proxy looks it up.
  ///
  /// @throws ConnectionFailedException saying why there is none
  TcpChannel connect(NetAddress address, Duration atMost) throws ConnectionFailedException {
    Socket socket =
        new Socket(new Proxy(Proxy.Type.SOCKS, InetSocketAddress.createUnresolved(host, port)));
    try {
      socket.connect(
          InetSocketAddress.createUnresolved(address.host(), address.port()),
          (int) Math.max(1, atMost.toMillis()));
      return new TcpChannel(socket);
    } catch (IOException e) {
      close(socket);
      throw new ConnectionFailedException(failure(e), e);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It never was connected.
    }
  }

  /// What the proxy said, by the words of the JDK.
  private static Failure failure(IOException e) {
    String words = String.valueOf(e.getMessage());
    return switch (e) {
      case SocketTimeoutException slow -> Failure.TIMEOUT;
      case SocketException said when words.startsWith("SOCKS: Connection refused") ->
          Failure.PORT_CLOSED;
      case SocketException said when words.startsWith("SOCKS: ") && words.contains("unreachable") ->
          Failure.UNREACHABLE;
      default -> Failure.PROXY;
    };
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
