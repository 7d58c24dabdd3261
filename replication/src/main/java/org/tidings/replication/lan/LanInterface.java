package org.tidings.replication.lan;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One address of this machine on a local network, and where to send what all there shall hear.
///
/// IPv4 is what other programs speak: the broadcast address of the network, and that of everybody.
/// With IPv6 we do the same from the address that each link has by itself, to all who are on it.
///
/// @param everybody where to send; each of the address's own family
record LanInterface(InetAddress address, List<InetAddress> everybody) {
  /// All nodes of a link (RFC 4291, section 2.7.1).
  static final InetAddress ALL_NODES = InetAddress.ofLiteral("ff02::1");

  private static final Logger log = LoggerFactory.getLogger(LanInterface.class);
  private static final InetAddress EVERYBODY = InetAddress.ofLiteral("255.255.255.255");

  LanInterface {
    everybody = List.copyOf(everybody);
  }

  static LanInterface of(Inet4Address address, InetAddress broadcast) {
    return new LanInterface(address, List.of(broadcast, EVERYBODY));
  }

  /// Those that are up, without the loopback.
  static List<LanInterface> up() {
    List<LanInterface> all = new ArrayList<>();
    try {
      for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
        if (card.isUp() && !card.isLoopback() && !card.isPointToPoint()) {
          card.getInterfaceAddresses().forEach(address -> on(card, address).ifPresent(all::add));
        }
      }
    } catch (SocketException e) {
      log.debug("the network interfaces cannot be listed: {}", e.getMessage());
    }
    return List.copyOf(all);
  }

  /// Those at which we listen, too.
  static List<LanInterface> heardAt(LanSelf self) {
    return up().stream().filter(card -> self.listensAt(card.address())).toList();
  }

  /// The card by which others of an IPv6 network are reached; empty for IPv4.
  Optional<NetworkInterface> card() {
    return address instanceof Inet6Address ours
        ? Optional.ofNullable(ours.getScopedInterface())
        : Optional.empty();
  }

  private static Optional<LanInterface> on(NetworkInterface card, InterfaceAddress address) {
    return switch (address.getAddress()) {
      case Inet4Address ours when address.getBroadcast() instanceof Inet4Address everybody ->
          Optional.of(of(ours, everybody));
      case Inet6Address ours when ours.isLinkLocalAddress() -> onLink(card, ours);
      default -> Optional.empty();
    };
  }

  private static Optional<LanInterface> onLink(NetworkInterface card, Inet6Address address) {
    try {
      InetAddress ours = Inet6Address.getByAddress(null, address.getAddress(), card);
      InetAddress all = Inet6Address.getByAddress(null, ALL_NODES.getAddress(), card);
      return Optional.of(new LanInterface(ours, List.of(all)));
    } catch (UnknownHostException e) {
      log.debug("{} cannot be announced: {}", address, e.getMessage());
      return Optional.empty();
    }
  }
}
