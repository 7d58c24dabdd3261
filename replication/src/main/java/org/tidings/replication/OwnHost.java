package org.tidings.replication;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

  /// Whether that is this machine, at the port we listen at. By which of our cards it leads there
  /// does not count.
  static boolean isOurs(InetAddress host, int port, int ourPort) {
    return port == ourPort
        && (host.isLoopbackAddress()
            || addresses().stream()
                .anyMatch(ours -> Arrays.equals(ours.getAddress(), host.getAddress())));
  }

  private static boolean isWildcard(String host) {
    try {
      return InetAddress.getByName(host).isAnyLocalAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static Optional<String> reachable() {
    return addresses().stream()
        .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
        .sorted(Comparator.comparing(Inet6Address.class::isInstance))
        .map(address -> address.getHostAddress().replaceFirst("%.*", ""))
        .findFirst();
  }

  /// All addresses of this machine, those of the loopback too.
  static Set<InetAddress> addresses() {
    Set<InetAddress> all = new LinkedHashSet<>();
    try {
      for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
        if (card.isUp()) {
          card.inetAddresses().forEach(all::add);
        }
      }
    } catch (SocketException e) {
      log.debug("the network interfaces cannot be listed: {}", e.getMessage());
    }
    return all;
  }
}
