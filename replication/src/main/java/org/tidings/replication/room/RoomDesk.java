package org.tidings.replication.room;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.room.RoomException.Step;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.PeerAddress;

/// What a person does about rooms: comes into them, looks who is there, leaves. Each call waits for
/// what it does. Thread-safe.
public final class RoomDesk {
  private static final Duration RECOGNITION = Duration.ofSeconds(10);

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

    /// Calls one and remembers it; returns after the handshake, at once when it is connected.
    void connect(PeerAddress room) throws IOException;

    /// Remembers that who answered there is a room.
    void found(FeedId room);

    /// Ends the connection, if there is one.
    void hangUp(FeedId room);

    /// Strikes an address out.
    void forget(PeerAddress room);
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
    RoomInvite read =
        RoomInvite.parse(invite)
            .orElseThrow(
                () -> new RoomException(Step.READ, "That is no address or invite of a room."));
    Room room =
        switch (read) {
          case RoomInvite.Open(NetAddress address) -> enter(address);
          case RoomInvite.Link(URI page) -> claim(invite(page));
          case RoomInvite.Claim claim -> claim(claim);
        };
    if (!room.metadata().membership()) {
      throw new RoomException(
          Step.ACCEPT,
          "The room was found, but takes only members: ask somebody there for an invite.");
    }
    return status(room);
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
    Optional<Room> entered = rooms.find(address.id());
    return entered.isPresent() ? entered.get() : call(address);
  }

  /// Goes to a room that is remembered, unless we are there.
  Room enter(FeedId id) throws RoomException, InterruptedException {
    Optional<Room> entered = rooms.find(id);
    if (entered.isPresent()) {
      return entered.get();
    }
    Optional<PeerAddress> address = known(id).stream().findFirst();
    return call(
        address.orElseThrow(
            () -> new RoomException(Step.CALL, "You have not joined that room yet.")));
  }

  private Room call(PeerAddress address) throws RoomException, InterruptedException {
    try (Rooms.Expected coming = rooms.expect(address.id())) {
      calls.connect(address);
      Room room =
          coming
              .within(RECOGNITION)
              .orElseThrow(
                  () ->
                      new RoomException(
                          Step.RECOGNISE, "Somebody answers there, but says that it is no room."));
      calls.found(room.id());
      return room;
    } catch (RoomException e) {
      throw e;
    } catch (IOException e) {
      throw new RoomException(Step.CALL, sentence(e), e);
    }
  }

  private static String sentence(IOException e) {
    return e instanceof ConnectionFailedException known
        ? "The room was not reached: " + known.failure().sentence()
        : "The room was not reached.";
  }

  private Room claim(RoomInvite.Claim claim) throws RoomException, InterruptedException {
    JsonObject form =
        JsonObject.builder().put("id", self.toString()).put("invite", claim.code()).build();
    NetAddress address =
        web.post(claim.postTo(), form)
            .string("multiserverAddress")
            .flatMap(NetAddress::parse)
            .orElseThrow(
                () ->
                    new RoomException(
                        Step.ACCEPT,
                        "The room took the invite, but does not say where it can be called."));
    if (rooms.find(address.id()).filter(room -> !room.metadata().membership()).isPresent()) {
      calls.hangUp(address.id());
      return call(address);
    }
    return enter(address);
  }

  private RoomInvite.Claim invite(URI page) throws RoomException, InterruptedException {
    return RoomInvite.on(page, web.get(page))
        .orElseThrow(
            () ->
                new RoomException(
                    Step.WEB, "The page that the link leads to has no invite on it."));
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
