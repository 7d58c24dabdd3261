package org.tidings.replication.transport;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Who takes up how much of the [Capacity], and when whose turn it is. Thread-safe.
final class Places {
  private final Capacity capacity;
  private final Map<Network, Taken> networks = new HashMap<>();
  private final Turns<Network> turns;

  /// The one who came longest ago first.
  private final SequencedSet<Place> unproven = new LinkedHashSet<>();

  private int all;

  Places(Capacity capacity) {
    this.capacity = capacity;
    this.turns = new Turns<>(capacity.ofOneNetwork(), capacity.pace());
  }

  private record Taken(int all, int unproven) {
    private static final Taken NONE = new Taken(0, 0);

    private Taken plus(Taken more) {
      return new Taken(all + more.all, unproven + more.unproven);
    }
  }

  /// A place for somebody who has not proved who they are; empty when there is none. When it is not
  /// their network that takes up too much, another one who has not proved it gives way.
  ///
  /// @param hangUp ends their connection, waiting for nobody
  synchronized Optional<Place> take(InetAddress from, Runnable hangUp) {
    Network network = Network.of(from);
    Taken theirs = networks.getOrDefault(network, Taken.NONE);
    boolean isFull = all >= capacity.all() || unproven.size() >= capacity.unproven();
    if (theirs.all >= capacity.ofOneNetwork()
        || theirs.unproven >= capacity.unprovenOfOneNetwork()
        || (isFull && unproven.isEmpty())) {
      return Optional.empty();
    }
    Optional<Duration> wait = turns.take(network);
    if (isFull && wait.isPresent()) {
      whoGivesWay().close();
    }
    return wait.map(untilTurn -> new Place(network, untilTurn, hangUp));
  }

  /// Of those who said something and those who did not, the more numerous give way: so neither sort
  /// keeps out whoever shakes hands as usual.
  private Place whoGivesWay() {
    long speaking = unproven.stream().filter(place -> place.spoke).count();
    boolean speakersDo = 2 * speaking > unproven.size();
    return unproven.stream()
        .filter(place -> place.spoke == speakersDo)
        .findFirst()
        .orElseGet(unproven::getFirst);
  }

  private void change(Network network, Taken by) {
    all += by.all;
    networks.merge(network, by, Taken::plus);
    networks.remove(network, Taken.NONE);
  }

  /// One that is taken until it is closed, which hangs up on whoever has it.
  final class Place implements AutoCloseable {
    private final Network network;
    private final Duration untilTurn;
    private final Runnable hangUp;
    private final CountDownLatch left = new CountDownLatch(1);
    private volatile boolean spoke;

    private Place(Network network, Duration untilTurn, Runnable hangUp) {
      this.network = network;
      this.untilTurn = untilTurn;
      this.hangUp = hangUp;
      unproven.add(this);
      change(network, new Taken(1, 1));
    }

    /// Waits for the turn of whoever has it.
    ///
    /// @return whether they still have it then
    boolean awaitTurn() throws InterruptedException {
      return !left.await(untilTurn.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Something came from whoever has it.
    void spoke() {
      spoke = true;
    }

    /// Whoever has it has proved who they are.
    void proven() {
      synchronized (Places.this) {
        if (unproven.remove(this)) {
          change(network, new Taken(0, -1));
        }
      }
    }

    @Override
    public void close() {
      synchronized (Places.this) {
        if (left.getCount() > 0) {
          left.countDown();
          change(network, new Taken(-1, unproven.remove(this) ? -1 : 0));
          hangUp.run();
        }
      }
    }
  }
}
