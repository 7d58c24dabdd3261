package org.tidings.replication;

import org.tidings.replication.lan.Lan;
import org.tidings.replication.peer.PeerEvent;
import org.tidings.replication.transport.PeerAddress;

/// Tells the scheduler what is heard on the local network.
final class Neighbourhood implements Lan.Listening {
  private final Switchboard switchboard;
  private final Listeners listeners;

  Neighbourhood(Switchboard switchboard, Listeners listeners) {
    this.switchboard = switchboard;
    this.listeners = listeners;
  }

  @Override
  public void heard(PeerAddress address, boolean verified) {
    switchboard.tell(new PeerEvent.Heard(address, verified));
  }

  @Override
  public void networkChanged() {
    switchboard.tell(new PeerEvent.NetworkChanged());
  }

  @Override
  public void stateChanged() {
    listeners.changed();
  }
}
