package org.tidings.replication;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.tidings.feed.Feeds;
import org.tidings.replication.blob.BlobProtocol;
import org.tidings.replication.ebt.Ebt;
import org.tidings.replication.ebt.EbtProtocol;
import org.tidings.replication.history.HistoryProtocol;
import org.tidings.replication.peer.PeerProtocol;
import org.tidings.replication.peer.PingProtocol;

/// The protocols spoken on every connection to a peer.
final class Protocols {
  private static final Duration BETWEEN_PINGS = Duration.ofMinutes(5);

  private Protocols() {}

  /// All of them, to be closed by the caller.
  static List<PeerProtocol> of(Feeds feeds, InstantSource clock) {
    EbtProtocol ebt = new EbtProtocol(new Ebt(feeds));
    return List.of(
        new PingProtocol(clock, BETWEEN_PINGS),
        new BlobProtocol(feeds),
        ebt,
        new HistoryProtocol(feeds, ebt));
  }
}
