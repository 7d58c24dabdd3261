package org.tidings.replication;

import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.room.Rooms;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Dialer;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.PeerAddress;
import org.tidings.replication.transport.Routes;
import org.tidings.replication.transport.SecretChannel;
import org.tidings.replication.transport.TunnelAddress;

/// Reaches a peer by whichever way its address tells. Thread-safe.
record Caller(Dialer dialer, Rooms rooms) {

  /// By which ways calls go now.
  Routes ways() {
    return dialer.routes();
  }

  /// A channel to that peer, which has proved its key.
  ///
  /// @param path how we know of it
  /// @throws ConnectionFailedException saying why not
  SecretChannel call(PeerAddress address, Path path) throws ConnectionFailedException {
    return switch (address) {
      case NetAddress net when path == Path.ANNOUNCED -> dialer.dialFar(net);
      case NetAddress net -> dialer.dial(net);
      case TunnelAddress tunnel -> dialer.shakeHands(rooms.open(tunnel), tunnel.key());
    };
  }
}
