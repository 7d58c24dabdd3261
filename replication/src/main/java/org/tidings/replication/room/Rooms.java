package org.tidings.replication.room;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tidings.feed.graph.SocialGraph;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcStream;
import org.tidings.replication.transport.Channel;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.TunnelAddress;

/// The rooms we are in right now, and the way through them. Thread-safe.
public final class Rooms {
  static final Method CONNECT = Method.duplex("tunnel.connect").asTunnel();

  private static final int MOST_WANTED = 200;

  private final SocialGraph graph;

  /// Those that came last come last. Of one room there may be two for a moment, one of them about
  /// to end.
  private final List<Room> rooms = new CopyOnWriteArrayList<>();

  private final Set<Expected> expected = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean changed = new AtomicBoolean();

  public Rooms(SocialGraph graph) {
    this.graph = graph;
  }

  /// Opens a tunnel. Whether the peer is there shows when something is read from it.
  ///
  /// @throws ConnectionFailedException when we are not in that room
  public Channel open(TunnelAddress address) throws ConnectionFailedException {
    Room room =
        find(address.portal())
            .orElseThrow(() -> new ConnectionFailedException(Failure.NOT_IN_ROOM));
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

  /// Their keys.
  public Set<FeedId> ids() {
    return rooms.stream().map(Room::id).collect(Collectors.toSet());
  }

  /// The people of our reach who are in one of them, the nearest first where a room has very many.
  public Set<TunnelAddress> wanted() {
    return rooms.stream().flatMap(this::wanted).collect(Collectors.toSet());
  }

  /// Whether somebody is of our reach.
  boolean isWanted(FeedId peer) {
    return graph.wants(peer);
  }

  /// Waits for an answer to whether somebody is a room, from now on until it is closed.
  Expected expect(FeedId id) {
    return new Expected(id);
  }

  List<Room> entered() {
    return rooms.stream().map(Room::id).distinct().flatMap(id -> find(id).stream()).toList();
  }

  void enter(Room room) {
    rooms.add(room);
    changed();
    tell(room.id(), Optional.of(room));
  }

  /// Whom we asked has said that it is no room.
  void isNone(FeedId id) {
    tell(id, Optional.empty());
  }

  void leave(Room room) {
    rooms.remove(room);
    changed();
  }

  void changed() {
    changed.set(true);
  }

  /// The one that came last, unless it has been said goodbye to.
  Optional<Room> find(FeedId id) {
    return rooms.reversed().stream()
        .filter(room -> room.id().equals(id) && !room.connection().isLeaving())
        .findFirst();
  }

  /// The one that is at the other end of that connection.
  Optional<Room> at(RpcConnection connection) {
    return rooms.stream().filter(room -> room.connection() == connection).findFirst();
  }

  private void tell(FeedId id, Optional<Room> answer) {
    expected.stream().filter(one -> one.id.equals(id)).forEach(one -> one.answer.complete(answer));
  }

  /// Somebody waits for an answer. Closing it ends that.
  final class Expected implements AutoCloseable {
    private final FeedId id;
    private final CompletableFuture<Optional<Room>> answer = new CompletableFuture<>();

    private Expected(FeedId id) {
      this.id = id;
      expected.add(this);
    }

    /// The room; empty when it is none, or does not say so in time. One that said so before anybody
    /// waited does not say it again.
    Optional<Room> within(Duration patience) throws InterruptedException {
      Optional<Room> entered = find(id);
      if (entered.isPresent()) {
        return entered;
      }
      try {
        return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException | ExecutionException none) {
        return Optional.empty();
      }
    }

    @Override
    public void close() {
      expected.remove(this);
    }
  }

  private Stream<TunnelAddress> wanted(Room room) {
    return room.attendants().now().stream()
        .filter(id -> graph.wants(id) && !id.equals(graph.self()) && !id.equals(room.id()))
        .sorted(Comparator.comparingInt(id -> graph.hops(id).value()))
        .limit(MOST_WANTED)
        .map(id -> TunnelAddress.through(room.id(), id));
  }
}
