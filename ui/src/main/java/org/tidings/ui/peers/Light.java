package org.tidings.ui.peers;

import java.util.List;
import org.tidings.replication.PeerStatus;

/// How things stand with other people's devices, at a glance.
public enum Light {
  /// Somebody is connected.
  CONNECTED,
  /// Somebody is being called, or is nearby.
  TRYING,
  /// Nobody.
  ALONE;

  static Light of(List<PeerStatus> peers, boolean somebodyNearby) {
    if (peers.stream().anyMatch(PeerStatus.Connected.class::isInstance)) {
      return CONNECTED;
    }
    boolean calling = peers.stream().anyMatch(PeerStatus.Connecting.class::isInstance);
    return calling || somebodyNearby ? TRYING : ALONE;
  }
}
