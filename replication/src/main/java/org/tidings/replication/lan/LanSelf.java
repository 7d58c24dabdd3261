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

  NetAddress at(InetAddress address) {
    return new NetAddress(address.getHostAddress(), tcpPort, keys.publicKey());
  }
}
