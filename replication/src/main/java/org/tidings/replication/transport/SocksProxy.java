package org.tidings.replication.transport;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A SOCKS5 proxy, such as Tor's (RFC 1928). A value; its text is `HOST:PORT`. It is told where to
/// connect to and nothing of who we are: the JDK's own client would give it the name of this
/// computer's user where it asks for one.
///
/// @param host where it is, on this computer most often
public record SocksProxy(String host, int port) {
  private static final Pattern TEXT = Pattern.compile("(.+):(\\d{1,5})");
  private static final int HIGHEST_PORT = 65_535;

  private static final int VERSION = 5;
  private static final int CONNECT = 1;
  private static final byte[] NOBODY = {VERSION, 1, 0};
  private static final int IPV4 = 1;
  private static final int NAME = 3;
  private static final int IPV6 = 4;
  private static final int LONGEST_NAME = 255;
  private static final int PORT_BYTES = 2;

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
  /// @param names where the proxy itself is looked up
  /// @throws ConnectionFailedException saying why there is none
  TcpChannel connect(NetAddress address, NameLookup names, Duration atMost)
      throws ConnectionFailedException {
    Patience patience = Patience.of(atMost);
    TcpChannel channel = reach(names, patience);
    try (Deadline deadline = Deadline.closing(channel, patience.left())) {
      try {
        ask(channel, address);
        return channel;
      } catch (IOException e) {
        channel.close();
        throw deadline.hasPassed() ? new ConnectionFailedException(Failure.TIMEOUT, e) : failure(e);
      }
    }
  }

  private TcpChannel reach(NameLookup names, Patience patience) throws ConnectionFailedException {
    Socket socket = new Socket(Proxy.NO_PROXY);
    try {
      InetAddress there = names.find(host, Routes.DIRECT, patience.left())[0];
      int leftMs = (int) Math.max(1, patience.left().toMillis());
      socket.connect(new InetSocketAddress(there, port), leftMs);
      return new TcpChannel(socket);
    } catch (IOException e) {
      close(socket);
      throw new ConnectionFailedException(Failure.PROXY, e);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It never was connected.
    }
  }

  private static void ask(Channel channel, NetAddress address) throws IOException {
    send(channel, NOBODY);
    byte[] method = read(channel, 2);
    if (method[0] != VERSION || method[1] != 0) {
      throw new ConnectionFailedException(Failure.PROXY);
    }
    send(channel, request(address));
    byte[] reply = read(channel, 4);
    if (reply[0] != VERSION || reply[1] != 0) {
      throw new ConnectionFailedException(reply[0] == VERSION ? refusal(reply[1]) : Failure.PROXY);
    }
    read(channel, lengthOfAddress(channel, reply[3]) + PORT_BYTES);
  }

  private static byte[] request(NetAddress address) throws ConnectionFailedException {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.write(VERSION);
    request.write(CONNECT);
    request.write(0);
    writeHost(address.host(), request);
    request.write(address.port() >> Byte.SIZE);
    request.write(address.port());
    return request.toByteArray();
  }

  private static void writeHost(String host, ByteArrayOutputStream request)
      throws ConnectionFailedException {
    Optional<InetAddress> literal = IpLiteral.read(host);
    if (literal.isPresent()) {
      request.write(literal.get() instanceof Inet4Address ? IPV4 : IPV6);
      request.writeBytes(literal.get().getAddress());
      return;
    }
    byte[] name = host.getBytes(StandardCharsets.UTF_8);
    if (name.length > LONGEST_NAME) {
      throw new ConnectionFailedException(Failure.NAME_UNKNOWN);
    }
    request.write(NAME);
    request.write(name.length);
    request.writeBytes(name);
  }

  private static int lengthOfAddress(Channel channel, byte kind) throws IOException {
    return switch (kind) {
      case IPV4 -> 4;
      case IPV6 -> 16;
      case NAME -> Byte.toUnsignedInt(read(channel, 1)[0]);
      default -> throw new ConnectionFailedException(Failure.PROXY);
    };
  }

  private static Failure refusal(byte reply) {
    return switch (reply) {
      case 3, 4 -> Failure.UNREACHABLE;
      case 5 -> Failure.PORT_CLOSED;
      default -> Failure.PROXY;
    };
  }

  private static void send(Channel channel, byte[] bytes) throws IOException {
    channel.write(bytes, 0, bytes.length);
  }

  private static byte[] read(Channel channel, int length) throws IOException {
    byte[] bytes = new byte[length];
    for (int done = 0, count; done < length; done += count) {
      count = channel.read(bytes, done, length - done);
      if (count < 0) {
        throw new EOFException("the proxy hung up");
      }
    }
    return bytes;
  }

  private static ConnectionFailedException failure(IOException e) {
    return e instanceof ConnectionFailedException said
        ? said
        : new ConnectionFailedException(Failure.PROXY, e);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
