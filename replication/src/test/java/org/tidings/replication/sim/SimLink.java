package org.tidings.replication.sim;

import java.util.Map;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.ebt.Note;

/// One connection: packets arrive in order, after a while, and only so many are under way at a
/// time, so that a slow peer slows the other down. When it closes, what was under way is lost.
final class SimLink {
  private static final int WINDOW = 20;

  private final SimNetwork network;
  private final SimPeer dialer;
  private final SimPeer server;
  private final long slowness;
  private final Direction there = new Direction();
  private final Direction back = new Direction();
  private boolean closed;

  /// What goes over a link.
  sealed interface Packet {}

  record Notes(Map<FeedId, Note> notes) implements Packet {}

  /// @param genuine false for one that verification will refuse
  record Message(FeedId feed, long sequence, boolean genuine) implements Packet {}

  private static final class Direction {
    private int underWay;
    private long lastArrival;
  }

  SimLink(SimNetwork network, SimPeer dialer, SimPeer server) {
    this.network = network;
    this.dialer = dialer;
    this.server = server;
    this.slowness = 1 + network.random.nextLong(80);
  }

  void open() {
    dialer.opened(this, server, false);
    server.opened(this, dialer, true);
  }

  SimPeer dialer() {
    return dialer;
  }

  SimPeer server() {
    return server;
  }

  boolean hasRoom(SimPeer from) {
    return !closed && direction(from).underWay < WINDOW;
  }

  void send(SimPeer from, Packet packet) {
    SimPeer to = from == dialer ? server : dialer;
    Direction way = direction(from);
    way.underWay++;
    long arrival = network.now() + 1 + network.random.nextLong(slowness);
    way.lastArrival = Math.max(way.lastArrival, arrival);
    network.moved();
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

  private Direction direction(SimPeer from) {
    return from == dialer ? there : back;
  }
}
