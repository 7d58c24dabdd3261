package org.tidings.replication.sim;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.sim.SimLink.Asked;
import org.tidings.replication.sim.SimLink.Message;

/// What one peer does on links whose other end does not speak EBT: asks for each feed it wants with
/// `createHistoryStream`, live, and serves what it is asked for; numbers stand for messages. What
/// was cut short is asked for again after a while.
final class SimHistory {
  private static final long AGAIN_MS = 20_000;

  private final SimNetwork network;
  private final SimPeer self;
  private final Map<FeedId, Streams> peers = new LinkedHashMap<>();
  private long askedAt;

  /// With one peer.
  private static final class Streams {
    final Set<FeedId> open = new HashSet<>();
    final Set<FeedId> refused = new HashSet<>();

    /// The last message sent of each feed it has asked for.
    final Map<FeedId, Long> sent = new LinkedHashMap<>();
  }

  SimHistory(SimNetwork network, SimPeer self) {
    this.network = network;
    this.self = self;
  }

  boolean isWith(FeedId peer) {
    return peers.containsKey(peer);
  }

  void opened(FeedId peer) {
    peers.put(peer, new Streams());
    askForAll(peer);
  }

  void closed(FeedId peer) {
    peers.remove(peer);
  }

  void tick() {
    if (network.now() - askedAt > AGAIN_MS) {
      askedAt = network.now();
      peers.keySet().forEach(this::askForAll);
    }
  }

  /// What is stored of the feed has become less.
  void lost(FeedId feed) {
    peers.values().forEach(streams -> streams.open.remove(feed));
    peers.keySet().forEach(this::askForAll);
  }

  private void askForAll(FeedId peer) {
    Streams streams = peers.get(peer);
    for (FeedId feed : self.wanted()) {
      if (!streams.refused.contains(feed) && streams.open.add(feed)) {
        self.send(peer, new Asked(feed, self.head(feed)));
      }
    }
  }

  void asked(FeedId peer, Asked asked) {
    peers.get(peer).sent.put(asked.feed(), asked.after());
    serve(peer);
  }

  /// There is something new.
  void appended() {
    peers.keySet().forEach(this::serve);
  }

  /// Others are wanted, or somebody is not blocked any more.
  void reachChanged() {
    peers.values().forEach(streams -> streams.open.retainAll(self.wanted()));
    peers.keySet().forEach(this::askForAll);
    appended();
  }

  /// Sends as much as there is room for.
  void serve(FeedId peer) {
    peers.get(peer).sent.replaceAll((feed, sent) -> serve(peer, feed, sent));
  }

  private long serve(FeedId peer, FeedId feed, long sent) {
    long last = sent;
    while (last < self.head(feed) && self.hasRoomFor(peer) && self.maySend(feed, peer)) {
      self.sendMessage(peer, feed, ++last);
    }
    return last;
  }

  /// A message came and was looked into.
  ///
  /// @param isUp whether the link it came by is still there
  /// @return whether it is to be appended
  boolean takes(FeedId peer, Message message, boolean isUp) {
    Streams streams = isUp ? peers.getOrDefault(peer, new Streams()) : new Streams();
    FeedId feed = message.feed();
    long missing = message.sequence() - self.head(feed);
    if (!message.genuine()) {
      streams.refused.add(feed);
    } else if (missing > 1) {
      streams.open.remove(feed);
    }
    return missing == 1 && self.wantsToHave(feed) && !streams.refused.contains(feed);
  }
}
