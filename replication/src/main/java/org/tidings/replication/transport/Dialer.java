package org.tidings.replication.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.PublicKey;

/// Calls peers by TCP, by the way their host is reached, and shakes hands with them. Thread-safe.
public final class Dialer {
  private final SecretChannel.Terms terms;
  private final Duration atMost;
  private final Supplier<Routes> routes;
  private final NameLookup names;

  /// @param atMost how long a call may take in all, over all addresses a name stands for, up to
  ///     the handshake
  /// @param routes what counts when it is asked
  public Dialer(SecretChannel.Terms terms, Duration atMost, Supplier<Routes> routes) {
    this(terms, atMost, routes, new NameLookup());
  }

  Dialer(SecretChannel.Terms terms, Duration atMost, Supplier<Routes> routes, NameLookup names) {
    this.terms = terms;
    this.atMost = atMost;
    this.routes = routes;
    this.names = names;
  }

  /// The same with another key than our own.
  public Dialer as(KeyPair other) {
    return new Dialer(terms.as(other), atMost, routes, names);
  }

  /// By which ways calls go now.
  public Routes routes() {
    return routes.get();
  }

  /// The addresses that its host stands for; none where that must not be looked up, as a name is
  /// not that goes through the proxy.
  ///
  /// @throws ConnectionFailedException when there are none, or none came in time
  public List<InetAddress> targets(NetAddress address) throws ConnectionFailedException {
    Optional<InetAddress> literal = IpLiteral.read(address.host());
    if (literal.isPresent()) {
      return List.of(literal.get());
    }
    Routes now = routes.get();
    return now.to(address.host()) instanceof Routes.Route.Direct
        ? List.of(names.find(address.host(), now, atMost))
        : List.of();
  }

  /// A channel to that peer, after the handshake. Every address of a name is tried in turn.
  ///
  /// @throws ConnectionFailedException saying why not
  public SecretChannel dial(NetAddress address) throws ConnectionFailedException {
    return dial(address, target -> true);
  }

  /// The same for an address that only others speak of: never on this machine or the local network,
  /// where anything may listen that was never meant to hear from afar, a printer say.
  public SecretChannel dialFar(NetAddress address) throws ConnectionFailedException {
    return dial(address, target -> !Routes.isNear(target) && !target.isAnyLocalAddress());
  }

  private SecretChannel dial(NetAddress address, Predicate<InetAddress> isMeant)
      throws ConnectionFailedException {
    Patience patience = Patience.of(atMost);
    Routes now = routes.get();
    TcpChannel channel =
        switch (now.to(address.host())) {
          case Routes.Route.Direct direct -> connect(address, now, isMeant, patience);
          case Routes.Route.Through(SocksProxy proxy) ->
              proxy.connect(address, names, patience.left());
          case Routes.Route.None(Failure why) -> throw new ConnectionFailedException(why);
        };
    return SecretChannel.dial(channel, terms.within(patience.left()), address.key());
  }

  /// The same over a channel that leads there already; it is closed when it does not come to that.
  ///
  /// @throws ConnectionFailedException saying why not
  public SecretChannel shakeHands(Channel channel, PublicKey key) throws ConnectionFailedException {
    return SecretChannel.dial(channel, terms, key);
  }

  private TcpChannel connect(
      NetAddress address, Routes asked, Predicate<InetAddress> isMeant, Patience patience)
      throws ConnectionFailedException {
    ConnectionFailedException last = new ConnectionFailedException(Failure.NAME_UNKNOWN);
    InetAddress[] targets = names.find(address.host(), asked, patience.left());
    for (int i = 0; i < targets.length; i++) {
      Duration share = patience.left().dividedBy(targets.length - i);
      if (!routes.get().lets(targets[i])) {
        last = new ConnectionFailedException(Failure.LOCAL_ONLY);
        continue;
      }
      if (!isMeant.test(targets[i])) {
        last = new ConnectionFailedException(Failure.UNREACHABLE);
        continue;
      }
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

  /// Past what proxy the system or its Java names: whom we call by which way is for [Routes] to
  /// say.
  private static TcpChannel connect(InetSocketAddress target, Duration atMost) throws IOException {
    Socket socket = new Socket(Proxy.NO_PROXY);
    try {
      socket.connect(target, (int) Math.max(1, atMost.toMillis()));
      return new TcpChannel(socket);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }
}
