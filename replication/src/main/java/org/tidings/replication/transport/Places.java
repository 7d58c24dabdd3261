package org.tidings.replication.transport;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Who takes up how much of the [Capacity], and when whose turn it is. Thread-safe.
final class Places {
  private static final int NETWORK_BYTES = 8;

  private final Capacity capacity;
  private final Map<ByteBuffer, Taken> networks = new HashMap<>();
  private final Turns<ByteBuffer> turns;
  private Taken everybody = Taken.NONE;

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

  /// A place for somebody who has not proved who they are; empty when there is none.
  synchronized Optional<Place> take(InetAddress from) {
    ByteBuffer network = networkOf(from);
    Taken theirs = networks.getOrDefault(network, Taken.NONE);
    boolean isFull =
        everybody.all >= capacity.all()
            || everybody.unproven >= capacity.unproven()
            || theirs.all >= capacity.ofOneNetwork()
            || theirs.unproven >= capacity.unprovenOfOneNetwork();
    return isFull ? Optional.empty() : turns.take(network).map(wait -> new Place(network, wait));
  }

  private synchronized void change(ByteBuffer network, Taken by) {
    everybody = everybody.plus(by);
    networks.merge(network, by, Taken::plus);
    networks.remove(network, Taken.NONE);
  }

  /// Whoever has one IPv6 address has all of its network.
  private static ByteBuffer networkOf(InetAddress address) {
    byte[] bytes = address.getAddress();
    return ByteBuffer.wrap(
        address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
  }

  /// One that is taken until it is closed. Used by one thread at a time.
  final class Place implements AutoCloseable {
    private final ByteBuffer network;
    private final Duration untilTurn;
    private int unproven = 1;

    private Place(ByteBuffer network, Duration untilTurn) {
      this.network = network;
      this.untilTurn = untilTurn;
      change(network, new Taken(1, 1));
    }

    /// How long it is until it is the turn of whoever has it.
    Duration untilTurn() {
      return untilTurn;
    }

    /// Whoever has it has proved who they are.
    void proven() {
      change(network, new Taken(0, -unproven));
      unproven = 0;
    }

    @Override
    public void close() {
      change(network, new Taken(-1, -unproven));
    }
  }
}
