package org.tidings.replication.transport;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;

/// By which way hosts are reached: directly, through a SOCKS proxy, or not at all; and who may be
/// connected. Decided by the text of a host alone, so that no name is looked up where only the
/// proxy may hear it. A value.
///
/// - The local network is always reached directly: addresses of it, `localhost`, and names that end
///   in `.local`.
/// - Hosts that end in `.onion` go through the proxy, or are not reached.
/// - Everything else goes through it, too, by its name; or directly, if there is none or it is for
///   Tor alone.
///
/// @param proxy for what is not on the local network
/// @param onionOnly whether the proxy is for `.onion` alone, and the internet is reached directly
/// @param localOnly whether the local network is all there is: nothing else is called
/// @param onlyInReach whether nobody but people in our reach may call us, and nobody else is called
///     unless a person here has chosen them
public record Routes(
    Optional<SocksProxy> proxy, boolean onionOnly, boolean localOnly, boolean onlyInReach) {
  /// Everything directly.
  public static final Routes DIRECT = new Routes(Optional.empty(), false);

  private static final String ONION = ".onion";
  private static final String LOCAL = ".local";
  private static final int UNIQUE_LOCAL = 0xfc;
  private static final int UNIQUE_LOCAL_MASK = 0xfe;

  /// Everything beyond the local network through the proxy, and for strangers, too.
  public Routes(Optional<SocksProxy> proxy, boolean localOnly) {
    this(proxy, false, localOnly, false);
  }

  /// The same through that proxy, or through none.
  public Routes through(Optional<SocksProxy> other) {
    return new Routes(other, onionOnly, localOnly, onlyInReach);
  }

  /// The same with `.onion` alone through the proxy, or all of the internet.
  public Routes onionOnly(boolean only) {
    return new Routes(proxy, only, localOnly, onlyInReach);
  }

  /// The same on the local network alone, or everywhere.
  public Routes localOnly(boolean only) {
    return new Routes(proxy, onionOnly, only, onlyInReach);
  }

  /// The same for people in our reach alone, or for strangers, too.
  public Routes onlyInReach(boolean only) {
    return new Routes(proxy, onionOnly, localOnly, only);
  }

  /// Whether all that is beyond the local network goes through the proxy.
  public boolean isProxied() {
    return proxy.isPresent() && !onionOnly;
  }

  /// The way to a host.
  sealed interface Route {
    /// By TCP.
    record Direct() implements Route {}

    /// Through the proxy, which also looks names up.
    record Through(SocksProxy proxy) implements Route {}

    /// It must not be called.
    record None(Failure why) implements Route {}
  }

  /// The way to the host of an address.
  Route to(String host) {
    if (isLocal(host)) {
      return new Route.Direct();
    }
    if (localOnly) {
      return new Route.None(Failure.LOCAL_ONLY);
    }
    boolean isOnion = isOnion(host);
    if (proxy.isPresent() && (isOnion || !onionOnly)) {
      return new Route.Through(proxy.get());
    }
    return isOnion ? new Route.None(Failure.NEEDS_PROXY) : new Route.Direct();
  }

  /// As names are compared: a dot at the end says only that nothing follows.
  private static String name(String host) {
    return host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
  }

  /// Whether names are asked of the local network alone: only its own are looked up then.
  boolean keepsNamesNearby() {
    return localOnly || isProxied();
  }

  /// Whether what a name stands for may be called directly: a name of the local network might lead
  /// away from it.
  public boolean lets(InetAddress target) {
    return !keepsNamesNearby() || isNear(target);
  }

  /// Why a page on the web may not be asked; empty when it may. No page is asked through the proxy,
  /// which would have to speak for us there; and none by a name where only the local network may
  /// be asked for names, since the JDK asks the system for those of pages.
  public Optional<Failure> objectionToWeb(String host) {
    return switch (to(host)) {
      case Route.Direct direct when keepsNamesNearby() && name(host).endsWith(LOCAL) ->
          Optional.of(Failure.NAME_NOT_ASKED);
      case Route.Direct direct -> Optional.empty();
      case Route.Through through -> Optional.of(Failure.NOT_THROUGH_PROXY);
      case Route.None(Failure why) -> Optional.of(why);
    };
  }

  /// Why a connection is ended that was made by other ways than these.
  public Failure objectionToOthers() {
    return localOnly ? Failure.LOCAL_ONLY : Failure.CLOSED;
  }

  /// Whether whoever is connected from there may be: the others are not to be talked to at all when
  /// the local network is all there is.
  ///
  /// @param from host and port
  public boolean letsIn(String from) {
    return !localOnly || isNear(from);
  }

  /// Whether that is on the local network.
  ///
  /// @param from host and port
  public static boolean isNear(String from) {
    return isLocal(from.replaceFirst(":\\d+$", ""));
  }

  /// Whether a host is on the local network, by its text alone.
  public static boolean isLocal(String host) {
    String name = name(host);
    return name.equals("localhost")
        || name.endsWith(LOCAL)
        || literal(host).filter(Routes::isNear).isPresent();
  }

  /// Whether that is on this very machine.
  ///
  /// @param from host and port
  public static boolean isHere(String from) {
    return isThisMachine(from.replaceFirst(":\\d+$", ""));
  }

  /// Whether a host is this very machine, by an address.
  public static boolean isThisMachine(String host) {
    return literal(host).filter(InetAddress::isLoopbackAddress).isPresent();
  }

  private static Optional<InetAddress> literal(String host) {
    return IpLiteral.read(bare(host));
  }

  /// Whether a host is reached through Tor alone, by its text.
  public static boolean isOnion(String host) {
    return name(host).endsWith(ONION);
  }

  /// Without brackets, and without the interface that an address of IPv6 may name.
  private static String bare(String host) {
    String open =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    int zone = open.indexOf('%');
    return zone < 0 ? open : open.substring(0, zone);
  }

  /// Whether that is an address of the local network, or of this machine.
  public static boolean isNear(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || (address instanceof Inet6Address
            && (address.getAddress()[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL);
  }
}
