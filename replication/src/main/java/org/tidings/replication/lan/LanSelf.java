package org.tidings.replication.lan;

import java.net.InetAddress;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.KeyPair;
import org.tidings.replication.transport.NetAddress;

/// Who announces itself: our keys, our network, and where we listen for TCP.
///
/// @param host the address we listen at; the wildcard means all of this machine
public record LanSelf(NetworkKey network, KeyPair keys, InetAddress host, int tcpPort) {
  boolean listensAt(InetAddress address) {
    return host.isAnyLocalAddress() || host.equals(address);
  }

  /// How others call us there. Which of our cards that is says nothing to them.
  NetAddress at(InetAddress address) {
    String host = address.getHostAddress().replaceFirst("%.*", "");
    return new NetAddress(host, tcpPort, keys.publicKey());
  }
}
