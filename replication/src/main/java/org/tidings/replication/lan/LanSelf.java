package org.tidings.replication.lan;

import java.net.InetAddress;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.KeyPair;
import org.tidings.replication.transport.PeerAddress;

/// Who announces itself: our keys, our network, and where we listen for TCP.
///
/// @param host the address we listen at; the wildcard means all of this machine
public record LanSelf(NetworkKey network, KeyPair keys, InetAddress host, int tcpPort) {
  boolean listensAt(InetAddress address) {
    return host.isAnyLocalAddress() || host.equals(address);
  }

  PeerAddress at(InetAddress address) {
    return new PeerAddress(address.getHostAddress(), tcpPort, keys.publicKey());
  }
}
