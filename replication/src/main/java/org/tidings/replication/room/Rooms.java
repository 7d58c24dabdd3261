package org.tidings.replication.room;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tidings.feed.graph.SocialGraph;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.RpcStream;
import org.tidings.replication.transport.Channel;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.TunnelAddress;

/// The rooms we are in right now, and the way through them. Thread-safe.
public final class Rooms {
  static final Method CONNECT = Method.duplex("tunnel.connect");

  private static final int MOST_WANTED = 200;

  private final SocialGraph graph;
  private final Map<FeedId, Room> rooms = new ConcurrentHashMap<>();
  private final AtomicBoolean changed = new AtomicBoolean();

  public Rooms(SocialGraph graph) {
    this.graph = graph;
  }

  /// Opens a tunnel. Whether the peer is there shows when something is read from it.
  ///
  /// @throws ConnectionFailedException when we are not in that room
  public Channel open(TunnelAddress address) throws ConnectionFailedException {
    Room room = rooms.get(address.portal());
    if (room == null) {
      throw new ConnectionFailedException(Failure.NOT_IN_ROOM);
    }
    try {
      RpcStream stream = room.connection().open(CONNECT, TunnelRequest.to(address).json());
      return new TunnelChannel(stream, room.name());
    } catch (IOException e) {
      throw new ConnectionFailedException(Failure.NOT_IN_ROOM, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConnectionFailedException(Failure.DROPPED, e);
    }
  }

  /// Whether anything of what follows is new since this was last asked.
  public boolean haveChanged() {
    return changed.getAndSet(false);
  }

  /// What there is to say about each of them.
  public List<RoomStatus> all() {
    return rooms.values().stream()
        .map(room -> new RoomStatus(room.id(), room.metadata(), room.attendants().now()))
        .toList();
  }

  /// The people of our reach who are in one of them, the nearest first where a room has very many.
  public Set<TunnelAddress> wanted() {
    return rooms.values().stream().flatMap(this::wanted).collect(Collectors.toSet());
  }

  void enter(Room room) {
    rooms.put(room.id(), room);
    changed();
  }

  void leave(Room room) {
    rooms.remove(room.id(), room);
    changed();
  }

  void changed() {
    changed.set(true);
  }

  Optional<Room> find(FeedId id) {
    return Optional.ofNullable(rooms.get(id));
  }

  private Stream<TunnelAddress> wanted(Room room) {
    return room.attendants().now().stream()
        .filter(id -> graph.wants(id) && !id.equals(graph.self()) && !id.equals(room.id()))
        .sorted(Comparator.comparingInt(id -> graph.hops(id).value()))
        .limit(MOST_WANTED)
        .map(id -> TunnelAddress.through(room.id(), id));
  }
}
