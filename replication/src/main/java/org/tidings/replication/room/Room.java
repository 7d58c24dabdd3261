package org.tidings.replication.room;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.RpcConnection;

/// A room we are in, as long as the connection to it lasts. Thread-safe.
final class Room {
  private static final int MOST_TUNNELS = 50;
  private static final int MOST_UNPROVEN = 10;
  private static final int SHORT = 9;

  private final RpcConnection connection;
  private final RoomMetadata metadata;
  private final Attendants attendants = new Attendants();
  private final Semaphore tunnels = new Semaphore(MOST_TUNNELS);
  private final Semaphore unproven = new Semaphore(MOST_UNPROVEN);

  Room(RpcConnection connection, RoomMetadata metadata) {
    this.connection = connection;
    this.metadata = metadata;
  }

  FeedId id() {
    return connection.remote();
  }

  RpcConnection connection() {
    return connection;
  }

  RoomMetadata metadata() {
    return metadata;
  }

  Attendants attendants() {
    return attendants;
  }

  /// What its tunnels are called where people see where somebody came from.
  String name() {
    return "room " + id().toString().substring(0, SHORT);
  }

  /// A place for one more who comes through it, and has not proved yet who they are; empty when
  /// there is none.
  Optional<Place> place() {
    if (!tunnels.tryAcquire()) {
      return Optional.empty();
    }
    if (!unproven.tryAcquire()) {
      tunnels.release();
      return Optional.empty();
    }
    return Optional.of(new Place());
  }

  /// One that is taken until it is closed. Used by one thread.
  final class Place implements AutoCloseable {
    private boolean proven;

    private Place() {}

    /// Whoever has it has proved who they are.
    void proven() {
      if (!proven) {
        proven = true;
        unproven.release();
      }
    }

    @Override
    public void close() {
      proven();
      tunnels.release();
    }
  }
}
