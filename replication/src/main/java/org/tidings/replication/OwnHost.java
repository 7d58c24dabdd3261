package org.tidings.replication;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.replication.transport.NetAddress;

/// Which of this machine's addresses to give to others.
final class OwnHost {
  private static final Logger log = LoggerFactory.getLogger(OwnHost.class);
  private static final String LOOPBACK = "127.0.0.1";

  private OwnHost() {}

  /// The host we listen at; for all of them, one others can reach, as far as one can tell from
  /// here.
  static String of(String host) {
    return isWildcard(host) ? reachable().orElse(LOOPBACK) : host;
  }

  /// Whether an address leads to this machine and this port.
  static boolean isOurs(NetAddress address, int port) {
    try {
      InetAddress host = InetAddress.getByName(address.host());
      return address.port() == port
          && (host.isLoopbackAddress() || NetworkInterface.getByInetAddress(host) != null);
    } catch (UnknownHostException | SocketException e) {
      return false;
    }
  }

  private static boolean isWildcard(String host) {
    try {
      return InetAddress.getByName(host).isAnyLocalAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static Optional<String> reachable() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(Inet4Address.class::isInstance)
          .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
          .map(InetAddress::getHostAddress)
          .findFirst();
    } catch (SocketException e) {
      log.debug("the network interfaces cannot be listed: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
