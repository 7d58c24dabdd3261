package org.tidings.replication.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;

/// Worlds of peers, made up by a seed, that exchange blobs while links drop, peers are started anew
/// and some send garbage: in the end whoever wants a blob has it, if somebody had it whom wants
/// reach. A failure names its seed.
class BlobWorldsTest {
  private static final int BLOBS = 20;
  private static final long SIZE = 7;

  /// A want is passed on twice.
  private static final int WANTS_REACH = 3;

  private final PriorityQueue<Due> agenda = new PriorityQueue<>();
  private final List<Peer> peers = new ArrayList<>();
  private final List<List<Peer>> pairs = new ArrayList<>();
  private Random random = new Random();
  private long now;
  private long order;
  private long lastLink;

  private record Due(long time, long order, Runnable what) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      return time != other.time ? Long.compare(time, other.time) : Long.compare(order, other.order);
    }
  }

  /// The real state, with what is on disk and who is at the other end of each link.
  private final class Peer {
    final Set<BlobId> disk = new HashSet<>();
    final Set<BlobId> wished = new HashSet<>();
    final Map<Long, Peer> links = new LinkedHashMap<>();
    final Map<BlobId, Long> coming = new HashMap<>();
    final FeedId id = FeedId.of(ByteBuffer.allocate(32).putInt(peers.size() + 1).array());
    BlobState state = new BlobState();
    boolean lies;

    void start() {
      state = new BlobState();
      coming.clear();
      wish();
    }

    void wish() {
      Set<BlobId> lacking = new HashSet<>(wished);
      lacking.removeAll(disk);
      on(new Event.Wished(Set.of(), lacking));
    }

    void on(Event event) {
      state.on(event, now).forEach(this::perform);
    }

    private void perform(Action action) {
      switch (action) {
        case Action.Tell(long link, var told) -> after(link, other -> other.heard(link, told));
        case Action.Fetch(long link, BlobId blob, long size) -> {
          coming.put(blob, link);
          after(link, other -> fetched(link, blob, other));
        }
        case Action.Cancel(BlobId blob) -> coming.remove(blob);
        case Action.Fulfilled done -> {}
        case Action.Pushed done -> {}
      }
    }

    private interface Meeting {
      void with(Peer other);
    }

    /// Unless the link ends before.
    private void after(long link, Meeting meeting) {
      Peer other = links.get(link);
      BlobWorldsTest.this.after(
          1 + random.nextInt(2_000),
          () -> {
            if (links.get(link) == other && other != null) {
              meeting.with(other);
            }
          });
    }

    private void heard(long link, Map<BlobId, Long> told) {
      Map<BlobId, Long> held = new HashMap<>();
      told.forEach((blob, value) -> held.putAll(value < 0 && has(blob) ? size(blob) : Map.of()));
      on(new Event.Heard(link, told, held, true));
    }

    /// A liar says to have everything.
    private boolean has(BlobId blob) {
      return lies || disk.contains(blob);
    }

    private static Map<BlobId, Long> size(BlobId blob) {
      return Map.of(blob, SIZE);
    }

    private void fetched(long link, BlobId blob, Peer from) {
      if (!coming.remove(blob, link)) {
        return;
      }
      if (from.lies || !from.disk.contains(blob)) {
        on(new Event.Failed(link, blob, Event.Fault.PEER));
      } else if (random.nextInt(20) == 0) {
        on(new Event.Failed(link, blob, Event.Fault.DISK));
      } else {
        disk.add(blob);
        on(new Event.Stored(blob, SIZE));
      }
    }

    void closed(long link) {
      links.remove(link);
      coming.values().removeIf(from -> from == link);
      on(new Event.Closed(link));
    }
  }

  @Test
  void whoWantsABlobGetsItAfterAllKindsOfTrouble() {
    for (long seed = 1; seed <= 100; seed++) {
      try {
        new BlobWorldsTest().world(seed, 3 + (int) (seed % 10));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  private void world(long seed, int size) {
    random = new Random(seed);
    for (int i = 0; i < size; i++) {
      Peer peer = new Peer();
      peer.lies = i > 1 && random.nextInt(8) == 0;
      peers.add(peer);
      for (int blob = 0; blob < BLOBS; blob++) {
        if (random.nextInt(3) == 0) {
          peer.wished.add(blob(blob));
        }
      }
    }
    for (int blob = 0; blob < BLOBS; blob++) {
      peers.get(random.nextInt(size)).disk.add(blob(blob));
    }
    for (int i = 1; i < size; i++) {
      pairs.add(List.of(peers.get(i), peers.get(random.nextInt(i))));
      pairs.add(List.of(peers.get(i), peers.get(random.nextInt(i))));
    }
    peers.forEach(Peer::start);
    peers.forEach(this::tick);
    for (int i = 0; i < 60; i++) {
      run(random.nextInt(3_000));
      something();
    }
    pairs.forEach(this::connect);
    run(10 * 60_000);
    peers.stream().filter(peer -> !peer.lies).forEach(this::check);
  }

  private void something() {
    Peer peer = peers.get(random.nextInt(peers.size()));
    switch (random.nextInt(4)) {
      case 0 -> pairs.forEach(this::connect);
      case 1 -> List.copyOf(peer.links.keySet()).forEach(link -> close(peer, link));
      case 2 -> {
        List.copyOf(peer.links.keySet()).forEach(link -> close(peer, link));
        peer.start();
      }
      default -> {
        peer.wished.add(blob(random.nextInt(BLOBS)));
        peer.wish();
      }
    }
  }

  private void connect(List<Peer> pair) {
    Peer one = pair.get(0);
    Peer other = pair.get(1);
    if (!one.links.containsValue(other)) {
      long link = ++lastLink;
      one.links.put(link, other);
      other.links.put(link, one);
      one.on(new Event.Opened(link, other.id));
      other.on(new Event.Opened(link, one.id));
      one.after(link, there -> one.on(new Event.Listening(link)));
      other.after(link, there -> other.on(new Event.Listening(link)));
    }
  }

  private static void close(Peer peer, long link) {
    Peer other = peer.links.get(link);
    peer.closed(link);
    if (other != null) {
      other.closed(link);
    }
  }

  private void check(Peer peer) {
    for (BlobId blob : peer.wished) {
      assertThat(peer.disk.contains(blob) || !isInReach(blob, peer, WANTS_REACH))
          .as("%s wants %s", peer.id, blob)
          .isTrue();
    }
  }

  /// Whether somebody honest has it, so many links away over honest peers.
  private static boolean isInReach(BlobId blob, Peer peer, int links) {
    return peer.disk.contains(blob)
        || (links > 0
            && peer.links.values().stream()
                .anyMatch(other -> !other.lies && isInReach(blob, other, links - 1)));
  }

  private void tick(Peer peer) {
    peer.on(new Event.Tick(Map.of()));
    after(1_000, () -> tick(peer));
  }

  private void after(long millis, Runnable what) {
    agenda.add(new Due(now + millis, order++, what));
  }

  private void run(long millis) {
    long end = now + millis;
    // Every peer ticks, so there is always something ahead.
    while (agenda.element().time() <= end) {
      Due next = agenda.remove();
      now = next.time();
      next.what().run();
    }
    now = end;
  }

  private static BlobId blob(int number) {
    return BlobId.of(ByteBuffer.allocate(32).putInt(number).array());
  }
}
