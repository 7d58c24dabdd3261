package org.tidings.replication.lan;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.StandardProtocolFamily;
import java.util.function.Consumer;
import org.tidings.replication.transport.NetAddress;

/// Somebody on loopback who announces whom they like, and a port of ours where that is heard as on
/// the local network.
public final class LanFlood implements AutoCloseable {
  private final DatagramSocket socket;
  private final int port;
  private final LanListener listener;

  /// @param heard told of whom the listener lets through
  public LanFlood(Consumer<NetAddress> heard) throws IOException {
    this.socket = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.2"));
    try (DatagramSocket free = new DatagramSocket()) {
      this.port = free.getLocalPort();
    }
    this.listener =
        LanListener.open(
            StandardProtocolFamily.INET,
            port,
            LanPacket::readPlain,
            sighting -> heard.accept(sighting.address()));
  }

  /// Says that somebody is at that address.
  public void announce(NetAddress address) throws IOException {
    byte[] packet = LanPacket.plain(address);
    socket.send(
        new DatagramPacket(packet, packet.length, InetAddress.ofLiteral("127.0.0.1"), port));
  }

  @Override
  public void close() {
    listener.close();
    socket.close();
  }
}
