package org.tidings.replication.room;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.room.RoomException.Step;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.PeerAddress;

/// What a person does about rooms: comes into them, looks who is there, leaves. Each call waits for
/// what it does. Thread-safe.
public final class RoomDesk {
  private final FeedId self;
  private final Rooms rooms;
  private final Calls calls;
  private final RoomWeb web;

  /// @param calls how rooms are called
  public RoomDesk(FeedId self, Rooms rooms, Calls calls, RoomWeb web) {
    this.self = self;
    this.rooms = rooms;
    this.calls = calls;
    this.web = web;
  }

  /// How rooms are called, remembered and left.
  public interface Calls {
    /// The addresses of rooms that are remembered.
    List<PeerAddress> known();

    /// Whether nobody here has chosen that address yet, nor is connected to whom it leads to.
    boolean isNew(PeerAddress room);

    /// Calls one and remembers it; returns after the handshake, at once when it is connected.
    void connect(PeerAddress room) throws IOException;

    /// Remembers that who answered there is a room.
    void found(FeedId room);

    /// Ends the connection, if there is one.
    void hangUp(FeedId room);

    /// Strikes an address out.
    void forget(PeerAddress room);

    /// What makes it as if one that is new now had never been called; nothing for one that is not.
    default Runnable takingBack(PeerAddress room) {
      if (!isNew(room)) {
        return () -> {};
      }
      return () -> {
        forget(room);
        hangUp(room.id());
      };
    }
  }

  /// The rooms we are in, and those that are remembered.
  public List<RoomStatus> all() {
    List<RoomStatus> all = new ArrayList<>();
    Set<FeedId> entered = new HashSet<>();
    for (Room room : rooms.entered()) {
      entered.add(room.id());
      all.add(status(room));
    }
    calls.known().stream()
        .filter(address -> entered.add(address.id()))
        .map(RoomStatus::away)
        .forEach(all::add);
    return all;
  }

  /// Comes into a room by what somebody pasted: an address, an open invite, a link to a page of the
  /// room's, or the `ssb:` link on it. The room is remembered then.
  ///
  /// @throws RoomException saying how far it came
  public RoomStatus join(String invite) throws RoomException, InterruptedException {
    return join(invite, step -> {});
  }

  /// The same, telling each step that begins.
  public RoomStatus join(String invite, Consumer<Step> begins)
      throws RoomException, InterruptedException {
    return status(entrance(begins).join(invite));
  }

  /// Hangs up and forgets a room; tells whether it was known.
  public boolean leave(FeedId room) {
    boolean isKnown = knows(room);
    known(room).forEach(calls::forget);
    calls.hangUp(room);
    return isKnown;
  }

  /// Whether a room is remembered, or we are in it.
  boolean knows(FeedId room) {
    return rooms.find(room).isPresent() || !known(room).isEmpty();
  }

  /// Goes to that room, unless we are there.
  Room enter(NetAddress address) throws RoomException, InterruptedException {
    return enter(address, step -> {});
  }

  /// The same, telling each step that begins.
  Room enter(NetAddress address, Consumer<Step> begins) throws RoomException, InterruptedException {
    return entrance(begins).enter(address);
  }

  /// Goes to a room that is remembered, unless we are there.
  Room enter(FeedId id) throws RoomException, InterruptedException {
    Optional<Room> entered = rooms.find(id);
    if (entered.isPresent()) {
      return entered.get();
    }
    Optional<PeerAddress> address = known(id).stream().findFirst();
    return entrance(step -> {})
        .call(address.orElseThrow(() -> new RoomException(Step.CALL, RoomFault.NOT_JOINED)));
  }

  private RoomEntrance entrance(Consumer<Step> begins) {
    return new RoomEntrance(self, rooms, calls, web, begins);
  }

  private List<PeerAddress> known(FeedId room) {
    return calls.known().stream().filter(address -> address.id().equals(room)).toList();
  }

  private RoomStatus status(Room room) {
    return new RoomStatus(
        room.id(),
        known(room.id()).stream().findFirst(),
        Optional.of(room.metadata()),
        room.attendants().now());
  }
}
