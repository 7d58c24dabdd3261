package org.tidings.replication.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.tidings.feed.ref.FeedId;

/// A network made up by a seed, the trouble it goes through, and what must hold when the trouble is
/// over: whoever wants a feed and can reach one who has it, has it, and on the way there nobody
/// waits long for what a neighbour has.
final class SimWorld {
  private static final long YEAR_MS = 365L * 24 * 3_600_000;

  final SimNetwork network;
  private final Random random;
  private final List<SimPeer> peers = new ArrayList<>();
  private final Set<List<FeedId>> blocks = new HashSet<>();
  private final List<List<SimPeer>> connections = new ArrayList<>();
  private final Set<SimPeer> forgers = new HashSet<>();
  private final Set<SimPeer> silenced = new HashSet<>();
  private final Set<SimPeer> newcomers = new LinkedHashSet<>();
  private final Stalls stalls = new Stalls(this);

  SimWorld(long seed, int size) {
    network = new SimNetwork(seed);
    random = network.random;
    for (int i = 0; i < size; i++) {
      FeedId id = SomePeers.id(i);
      SimPeer peer = new SimPeer(network, id, (a, b) -> blocks.contains(List.of(a, b)));
      peers.add(network.add(peer.clockOff(aYearOrTwo())));
      if (random.nextInt(5) == 0) {
        newcomers.add(peer);
      }
    }
    peers.forEach(this::furnish);
    for (int i = 1; i < size; i++) {
      connections.add(List.of(peers.get(i), peers.get(random.nextInt(i))));
    }
    for (int i = random.nextInt(size); i > 0; i--) {
      SimPeer one = any();
      connections.add(List.of(one, any(one)));
    }
    peers.stream().filter(peer -> !newcomers.contains(peer)).forEach(SimPeer::start);
    stalls.watch();
  }

  private long aYearOrTwo() {
    return random.nextLong(-YEAR_MS, YEAR_MS + 1);
  }

  /// A newcomer brings its own feed, and nobody has any of that.
  private void furnish(SimPeer peer) {
    peer.wants(peer.id()).has(peer.id(), random.nextInt(150));
    for (SimPeer other : peers) {
      if (other != peer && random.nextInt(4) > 0) {
        peer.wants(other.id(), random.nextBoolean());
      }
    }
    for (SimPeer other : peers.subList(0, peers.indexOf(peer))) {
      boolean met = !newcomers.contains(peer) && !newcomers.contains(other);
      if (met && random.nextInt(3) == 0) {
        peer.has(other.id(), random.nextInt((int) other.head(other.id()) + 1));
      }
    }
  }

  /// What was said last may be lost with the line, and nobody counts how long somebody waits.
  SimWorld withSlowLines() {
    network.withSlowLines();
    stalls.stop();
    return this;
  }

  /// One of four peers does not speak EBT.
  SimWorld withOldPeers() {
    for (SimPeer peer : peers) {
      if (random.nextInt(4) == 0) {
        peer.withoutEbt();
      }
    }
    return this;
  }

  /// The disks of two of three peers fail now and then.
  SimWorld withBadDisks() {
    for (SimPeer peer : peers) {
      if (random.nextInt(3) > 0) {
        peer.withBadDisk();
      }
    }
    return this;
  }

  /// Lets so many random things happen.
  SimWorld trouble(int times) {
    for (int i = 0; i < times; i++) {
      network.runUntil(network.now() + random.nextInt(2_000));
      something();
    }
    return this;
  }

  private void something() {
    SimPeer peer = any();
    switch (random.nextInt(13)) {
      case 0, 1, 2 -> publish(peer);
      case 3, 4 -> connect();
      case 5 -> drop();
      case 6 -> restart(peer);
      case 7 -> partition();
      case 8 -> peer.follow(any(peer).id(), random.nextBoolean());
      case 9 -> block(peer, any(peer), random.nextInt(3) > 0);
      case 10 -> peer.damage(any(peer).id());
      case 11 -> newcomers.stream().findFirst().ifPresent(this::join);
      default -> forge(peer);
    }
  }

  private void publish(SimPeer peer) {
    for (int i = random.nextInt(5); i >= 0 && !silenced.contains(peer); i--) {
      peer.publish();
    }
  }

  void connect() {
    for (List<SimPeer> pair : connections) {
      int dialer = random.nextInt(2);
      network.connect(pair.get(dialer), pair.get(1 - dialer));
    }
  }

  private void drop() {
    List<SimLink> links = network.links();
    if (!links.isEmpty()) {
      links.get(random.nextInt(links.size())).close(random.nextBoolean());
    }
  }

  private void partition() {
    Set<SimPeer> island = new HashSet<>(peers.subList(0, random.nextInt(peers.size())));
    for (SimLink link : network.links()) {
      if (island.contains(link.dialer()) != island.contains(link.server())) {
        link.close(random.nextBoolean());
      }
    }
  }

  /// Somebody is there who never was before.
  private void join(SimPeer newcomer) {
    newcomers.remove(newcomer);
    newcomer.start();
    connect();
  }

  /// An author that lost data does not write before it has its feed again; here: never.
  private void restart(SimPeer peer) {
    if (newcomers.contains(peer)) {
      return;
    }
    peer.stop(random.nextBoolean());
    int loss = random.nextInt(6);
    if (loss == 0) {
      peer.loseDisk();
      silenced.add(peer);
    } else if (loss == 1) {
      peer.rollBack();
      silenced.add(peer);
    }
    peer.clockOff(aYearOrTwo()).start();
  }

  private void block(SimPeer author, SimPeer other, boolean blocks) {
    List<FeedId> pair = List.of(author.id(), other.id());
    if (blocks ? this.blocks.add(pair) : this.blocks.remove(pair)) {
      peers.forEach(SimPeer::graphChanged);
    }
  }

  private void forge(SimPeer peer) {
    if (forgers.isEmpty()) {
      forgers.add(peer);
      peers.forEach(other -> peer.forge(other.id()));
    }
  }

  /// No more trouble: everybody is there and connects, and everything must come to rest, alike.
  void settle() {
    List.copyOf(newcomers).forEach(this::join);
    connect();
    assertThat(network.runUntilQuiet()).as("comes to rest").isTrue();
    connect();
    assertThat(network.runUntilQuiet()).as("comes to rest").isTrue();
    for (SimPeer author : peers) {
      Set<SimPeer> left = new LinkedHashSet<>(peers);
      left.removeIf(peer -> !peer.wantsToHave(author.id()) || forgers.contains(peer));
      while (!left.isEmpty()) {
        check(author.id(), reachable(left.iterator().next(), author.id(), left));
      }
    }
  }

  private static void check(FeedId feed, Set<SimPeer> together) {
    long most = together.stream().mapToLong(peer -> peer.head(feed)).max().orElse(0);
    for (SimPeer peer : together) {
      assertThat(peer.head(feed)).as("%s at %s", feed, peer.id()).isEqualTo(most);
    }
  }

  /// Takes from `left` all peers that can hand each other the feed, beginning with one.
  private Set<SimPeer> reachable(SimPeer first, FeedId feed, Set<SimPeer> left) {
    Set<SimPeer> reached = new LinkedHashSet<>();
    ArrayDeque<SimPeer> next = new ArrayDeque<>(List.of(first));
    left.remove(first);
    while (!next.isEmpty()) {
      SimPeer peer = next.remove();
      reached.add(peer);
      for (SimPeer other : List.copyOf(left)) {
        if (peer.isConnectedTo(other) && mayShare(feed, peer) && mayShare(feed, other)) {
          left.remove(other);
          next.add(other);
        }
      }
    }
    return reached;
  }

  List<SimPeer> peers() {
    return peers;
  }

  /// The connections over which that peer could get more of the feed.
  Set<SimLink> linksToMore(SimPeer peer, FeedId feed) {
    Set<SimLink> links = new HashSet<>();
    for (SimLink link : peer.links()) {
      if (couldHave(peer, feed, link.dialer() == peer ? link.server() : link.dialer())) {
        links.add(link);
      }
    }
    return links;
  }

  private boolean couldHave(SimPeer peer, FeedId feed, SimPeer from) {
    return from.head(feed) > peer.head(feed)
        && from.wantsToHave(feed)
        && !forgers.contains(from)
        && !forgers.contains(peer)
        && mayShare(feed, peer)
        && mayShare(feed, from);
  }

  private boolean mayShare(FeedId feed, SimPeer peer) {
    return !blocks.contains(List.of(feed, peer.id()));
  }

  private SimPeer any() {
    return peers.get(random.nextInt(peers.size()));
  }

  private SimPeer any(SimPeer but) {
    SimPeer one = any();
    while (one == but) {
      one = any();
    }
    return one;
  }
}
