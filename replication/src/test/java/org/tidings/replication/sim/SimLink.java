package org.tidings.replication.sim;

import java.util.Map;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.ebt.Note;

/// One connection: packets arrive in order, after a while, and only so many are under way at a
/// time, so that a slow peer slows the other down. When it closes, what was under way is lost. It
/// carries as much as comes, or only so much. A forger that asks for ever for what nobody hands it
/// any more does not keep the network from coming to rest.
final class SimLink {
  private static final int FRAME_BYTES = 9 + 34;
  private static final int NOTE_BYTES = 62;
  private static final int ASKED_BYTES = 160;

  private final SimNetwork network;
  private final SimPeer dialer;
  private final SimPeer server;
  private final Pace pace;
  private final Direction there = new Direction();
  private final Direction back = new Direction();
  private boolean closed;

  /// What goes over a link.
  sealed interface Packet {}

  record Notes(Map<FeedId, Note> notes) implements Packet {}

  /// Asks for what comes of the feed after that message, now and later.
  record Asked(FeedId feed, long after) implements Packet {}

  /// @param genuine false for one that verification will refuse
  record Message(FeedId feed, long sequence, boolean genuine) implements Packet {}

  /// How fast a link is.
  ///
  /// @param bytesPerSecond each way
  /// @param delayMs of every packet
  /// @param jitterMs by so much more some are late
  /// @param messageBytes how large messages are
  /// @param window how many packets are under way at a time
  record Pace(long bytesPerSecond, long delayMs, long jitterMs, int messageBytes, int window) {
    private static final int USUAL_WINDOW = 20;

    Pace(long bytesPerSecond, long delayMs, long jitterMs, int messageBytes) {
      this(bytesPerSecond, delayMs, jitterMs, messageBytes, USUAL_WINDOW);
    }

    /// Whose width does not matter.
    static Pace wide(long jitterMs) {
      return new Pace(1L << 40, 1, jitterMs, 500);
    }
  }

  private static final class Direction {
    private int underWay;
    private long lastArrival;
    private long bytes;
    private double busyUntil;
  }

  SimLink(SimNetwork network, SimPeer dialer, SimPeer server, Pace pace) {
    this.network = network;
    this.dialer = dialer;
    this.server = server;
    this.pace = pace;
  }

  /// What went over it so far, both ways.
  long bytes() {
    return there.bytes + back.bytes;
  }

  void open() {
    dialer.opened(this, server, false);
    server.opened(this, dialer, true);
  }

  /// Whether both ends speak EBT.
  boolean isEbt() {
    return dialer.speaksEbt() && server.speaksEbt();
  }

  SimPeer dialer() {
    return dialer;
  }

  SimPeer server() {
    return server;
  }

  boolean hasRoom(SimPeer from) {
    return !closed && direction(from).underWay < pace.window();
  }

  void send(SimPeer from, Packet packet) {
    SimPeer to = from == dialer ? server : dialer;
    Direction way = direction(from);
    way.underWay++;
    int bytes = size(packet);
    way.bytes += bytes;
    way.busyUntil =
        Math.max(way.busyUntil, (double) network.now()) + bytes * 1000.0 / pace.bytesPerSecond();
    long late = pace.delayMs() + network.random.nextLong(pace.jitterMs());
    long arrival = (long) way.busyUntil + late;
    way.lastArrival = Math.max(way.lastArrival, arrival);
    if (!from.isForger()) {
      network.moved();
    }
    network.after(
        way.lastArrival - network.now(),
        () -> {
          if (!closed) {
            way.underWay--;
            to.received(from, packet);
            from.roomFor(to);
          }
        });
  }

  /// Ends the connection on both sides.
  ///
  /// @param orderly whether both had time to write down what they learned
  void close(boolean orderly) {
    if (!closed) {
      closed = true;
      network.moved();
      dialer.closed(server, orderly);
      server.closed(dialer, orderly);
    }
  }

  private int size(Packet packet) {
    return switch (packet) {
      case Notes(Map<FeedId, Note> notes) -> FRAME_BYTES + 2 + notes.size() * NOTE_BYTES;
      case Asked asked -> FRAME_BYTES + ASKED_BYTES;
      case Message message -> FRAME_BYTES + pace.messageBytes();
    };
  }

  private Direction direction(SimPeer from) {
    return from == dialer ? there : back;
  }
}
