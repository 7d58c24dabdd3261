package org.tidings.replication.lan;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Announces us on local networks: one packet of each form for each address of ours, sent from the
/// address it names, to everybody there. Used by one thread.
final class LanBeacon {
  private static final Logger log = LoggerFactory.getLogger(LanBeacon.class);

  private final LanSelf self;
  private final LanPorts ports;

  LanBeacon(LanSelf self, LanPorts ports) {
    this.self = self;
    this.ports = ports;
  }

  /// Sends one round of announcements; answers on how many of these a packet left.
  int announce(List<LanInterface> cards) {
    return (int) cards.stream().filter(this::announceOn).count();
  }

  private boolean announceOn(LanInterface card) {
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(card.address(), 0))) {
      socket.setBroadcast(true);
      int sent = 0;
      for (DatagramPacket packet : packets(card)) {
        sent += send(socket, packet) ? 1 : 0;
      }
      return sent > 0;
    } catch (IOException e) {
      log.debug("no announcement on {}: {}", card.address(), e.getMessage());
      return false;
    }
  }

  private List<DatagramPacket> packets(LanInterface card) {
    byte[] plain = LanPacket.plain(self.at(card.address()));
    byte[] sealed = LanPacket.sealed(self.at(card.address()), self.network(), self.keys());
    List<DatagramPacket> packets = new ArrayList<>();
    for (InetAddress to : card.everybody()) {
      packets.add(new DatagramPacket(plain, plain.length, to, ports.plain()));
      packets.add(new DatagramPacket(sealed, sealed.length, to, ports.sealed()));
    }
    return packets;
  }

  private static boolean send(DatagramSocket socket, DatagramPacket packet) {
    try {
      socket.send(packet);
      return true;
    } catch (IOException e) {
      log.debug("no announcement to {}: {}", packet.getSocketAddress(), e.getMessage());
      return false;
    }
  }
}
