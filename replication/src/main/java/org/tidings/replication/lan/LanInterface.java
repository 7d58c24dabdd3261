package org.tidings.replication.lan;

import java.net.Inet4Address;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One address of this machine on a local network, and where to send what all there shall hear.
record LanInterface(Inet4Address address, Inet4Address broadcast) {
  private static final Logger log = LoggerFactory.getLogger(LanInterface.class);

  /// Those that are up, without the loopback.
  static List<LanInterface> up() {
    List<LanInterface> all = new ArrayList<>();
    try {
      for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
        if (card.isUp() && !card.isLoopback() && !card.isPointToPoint()) {
          card.getInterfaceAddresses().forEach(address -> add(address, all));
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

  private static void add(InterfaceAddress address, List<LanInterface> all) {
    if (address.getAddress() instanceof Inet4Address ours
        && address.getBroadcast() instanceof Inet4Address everybody) {
      all.add(new LanInterface(ours, everybody));
    }
  }
}
