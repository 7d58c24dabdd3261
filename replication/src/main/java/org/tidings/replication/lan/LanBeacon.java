package org.tidings.replication.lan;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Announces us on every local network: one packet of each form for each interface, sent from the
/// address it names, to the broadcast address of that network and to everybody. Used by one thread.
final class LanBeacon {
  private static final Logger log = LoggerFactory.getLogger(LanBeacon.class);
  private static final InetAddress EVERYBODY = InetAddress.ofLiteral("255.255.255.255");

  private final LanSelf self;
  private final LanPorts ports;
  private final Supplier<List<LanInterface>> interfaces;
  private List<LanInterface> announcedOn = List.of();

  LanBeacon(LanSelf self, LanPorts ports, Supplier<List<LanInterface>> interfaces) {
    this.self = self;
    this.ports = ports;
    this.interfaces = interfaces;
  }

  /// What one round came to.
  ///
  /// @param reached on how many interfaces a packet left
  /// @param networkChanged whether the interfaces are others than in the round before
  record Round(int reached, boolean networkChanged) {}

  /// Sends one round of announcements.
  Round announce() {
    List<LanInterface> now = interfaces.get();
    boolean changed = !now.equals(announcedOn);
    announcedOn = now;
    int reached = (int) now.stream().filter(this::announceOn).count();
    return new Round(reached, changed);
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
    for (InetAddress to : List.of(card.broadcast(), EVERYBODY)) {
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
