package org.tidings.replication;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.tidings.replication.peer.PeerProtocol;
import org.tidings.replication.peer.PingProtocol;

/// The protocols spoken on every connection to a peer.
final class Protocols {
  private static final Duration BETWEEN_PINGS = Duration.ofMinutes(5);

  private Protocols() {}

  static List<PeerProtocol> of(InstantSource clock) {
    return List.of(new PingProtocol(clock, BETWEEN_PINGS));
  }
}
