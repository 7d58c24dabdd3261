package org.tidings.replication;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tidings.feed.Feeds;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.blob.BlobProtocol;
import org.tidings.replication.blob.Blobs;
import org.tidings.replication.early.EarlyProtocol;
import org.tidings.replication.ebt.Ebt;
import org.tidings.replication.ebt.EbtProtocol;
import org.tidings.replication.ebt.SyncProgress;
import org.tidings.replication.history.HistoryProtocol;
import org.tidings.replication.peer.ConfirmProtocol;
import org.tidings.replication.peer.PeerProtocol;
import org.tidings.replication.peer.PingProtocol;

/// The protocols spoken on every connection to a peer, and the blobs that one of them exchanges.
record Protocols(Blobs blobs, List<PeerProtocol> all) implements AutoCloseable {
  private static final Duration BETWEEN_PINGS = Duration.ofMinutes(5);
  private static final Duration BETWEEN_CONFIRMATIONS = Duration.ofSeconds(15);

  Protocols {
    all = List.copyOf(all);
  }

  /// All of them, to be closed by the caller.
  static Protocols of(Feeds feeds, InstantSource clock) {
    Blobs blobs = new Blobs(feeds);
    Ebt state = new Ebt(feeds);
    EbtProtocol ebt = new EbtProtocol(state);
    return new Protocols(
        blobs,
        List.of(
            new PingProtocol(clock, BETWEEN_PINGS),
            new BlobProtocol(feeds.blobs(), blobs),
            ebt,
            new HistoryProtocol(feeds, ebt),
            new EarlyProtocol(feeds, state, ebt),
            new ConfirmProtocol(feeds, BETWEEN_CONFIRMATIONS)));
  }

  /// The same and one more.
  Protocols with(PeerProtocol one) {
    return new Protocols(blobs, Stream.concat(all.stream(), Stream.of(one)).toList());
  }

  /// How far we are with what others have and we lack, where EBT is spoken.
  Optional<SyncProgress> syncProgress() {
    return ebt().flatMap(EbtProtocol::syncProgress);
  }

  /// The connected peers that have a message of a feed, where EBT is spoken.
  Set<FeedId> holders(FeedId feed, Sequence sequence) {
    return ebt().map(spoken -> spoken.holders(feed, sequence)).orElse(Set.of());
  }

  private Optional<EbtProtocol> ebt() {
    return all.stream()
        .filter(EbtProtocol.class::isInstance)
        .map(EbtProtocol.class::cast)
        .findFirst();
  }

  /// Stops what runs beside the connections, once the last of them has ended.
  @Override
  public void close() {
    all.forEach(PeerProtocol::close);
    blobs.close();
  }
}
