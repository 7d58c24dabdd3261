package org.tidings.replication.sim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import org.tidings.feed.ref.FeedId;

/// Many peers on one virtual clock, with links that delay, break and come back. Everything that
/// happens is decided by the seed, so that a failure can be had again. Confined to one thread.
final class SimNetwork {
  /// So long nothing may move before the network counts as settled: longer than any patience of the
  /// protocol.
  private static final long QUIET_MS = 35_000;

  private static final long TICK_MS = 1_000;

  final Random random;
  private final Map<FeedId, SimPeer> peers = new LinkedHashMap<>();
  private final PriorityQueue<Due> agenda = new PriorityQueue<>();
  private long now;
  private long order;
  private long movedAt;
  private boolean hasSlowLines;

  SimNetwork(long seed) {
    this.random = new Random(seed);
  }

  private record Due(long time, long order, Runnable what) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      return time != other.time ? Long.compare(time, other.time) : Long.compare(order, other.order);
    }
  }

  long now() {
    return now;
  }

  SimPeer add(SimPeer peer) {
    peers.put(peer.id(), peer);
    agenda.add(new Due(now + random.nextLong(TICK_MS), order++, () -> tick(peer)));
    return peer;
  }

  Collection<SimPeer> peers() {
    return peers.values();
  }

  SimPeer peer(FeedId id) {
    return peers.get(id);
  }

  /// From now on two of three connections are made over slow lines.
  void withSlowLines() {
    hasSlowLines = true;
  }

  /// Does that after a while.
  void after(long millis, Runnable what) {
    agenda.add(new Due(now + millis, order++, what));
  }

  /// Something went over a link or into a log.
  void moved() {
    movedAt = now;
  }

  /// Connects the two unless one blocks the other, they are connected, or one of them is down.
  void connect(SimPeer dialer, SimPeer server) {
    boolean isSlow = hasSlowLines && random.nextInt(3) > 0;
    connect(dialer, server, isSlow ? slow() : SimLink.Pace.wide(1 + random.nextLong(80)));
  }

  private SimLink.Pace slow() {
    long bytesPerSecond = random.nextBoolean() ? 100_000 : 8_000;
    return new SimLink.Pace(
        bytesPerSecond, 1 + random.nextLong(2_000), 1 + random.nextLong(300), 500);
  }

  /// The same over a link of that pace.
  void connect(SimPeer dialer, SimPeer server, SimLink.Pace pace) {
    if (dialer.isUp()
        && server.isUp()
        && !dialer.blocks(server)
        && !server.blocks(dialer)
        && !dialer.isConnectedTo(server)) {
      moved();
      new SimLink(this, dialer, server, pace).open();
    }
  }

  /// Runs until that time, whatever happens.
  void runUntil(long time) {
    while (!agenda.isEmpty() && agenda.peek().time() <= time) {
      step();
    }
    now = time;
  }

  /// Runs until nothing has moved for long. False if the network does not come to rest within an
  /// hour.
  boolean runUntilQuiet() {
    long deadline = now + 3_600_000;
    movedAt = now;
    while (now < deadline && now - movedAt < QUIET_MS) {
      step();
    }
    return now < deadline;
  }

  /// The connections there are, each once.
  List<SimLink> links() {
    List<SimLink> links = new ArrayList<>();
    peers.values().forEach(peer -> links.addAll(peer.dialled()));
    return links;
  }

  private void step() {
    Due next = agenda.remove();
    now = next.time();
    next.what().run();
  }

  private void tick(SimPeer peer) {
    peer.tick();
    after(TICK_MS, () -> tick(peer));
  }
}
