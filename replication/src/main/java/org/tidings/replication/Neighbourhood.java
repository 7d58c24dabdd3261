package org.tidings.replication;

import java.net.InetAddress;
import org.tidings.replication.lan.Lan;
import org.tidings.replication.peer.PeerEvent;
import org.tidings.replication.transport.NetAddress;

/// Passes on what is heard on the local network.
final class Neighbourhood implements Lan.Listening {
  private final Switchboard switchboard;
  private final Listeners listeners;
  private final OwnKeyWatch ownKey;
  private final int port;

  /// @param port where we listen for TCP
  Neighbourhood(Switchboard switchboard, Listeners listeners, OwnKeyWatch ownKey, int port) {
    this.switchboard = switchboard;
    this.listeners = listeners;
    this.ownKey = ownKey;
    this.port = port;
  }

  @Override
  public void heard(NetAddress address, boolean verified) {
    switchboard.tell(new PeerEvent.Heard(address, verified));
  }

  @Override
  public void heardOwnKey(NetAddress address) {
    InetAddress host = InetAddress.ofLiteral(address.host()); // names are not heard
    if (!OwnHost.isOurs(host, address.port(), port)) {
      ownKey.heard(address);
    }
  }

  @Override
  public void stateChanged() {
    listeners.changed();
  }
}
