package org.tidings.replication.room;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.told.Told;
import org.tidings.replication.room.RoomException.Step;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.PeerAddress;

/// The way into a room, step by step. Thread-safe.
///
/// @param begins hears of each step when it begins
record RoomEntrance(
    FeedId self, Rooms rooms, RoomDesk.Calls calls, RoomWeb web, Consumer<Step> begins) {
  private static final Duration RECOGNITION = Duration.ofSeconds(10);
  private static final Duration ADMISSION = Duration.ofSeconds(10);

  /// Comes in by what somebody pasted.
  ///
  /// @throws RoomException saying how far it came
  Room join(String invite) throws RoomException, InterruptedException {
    begins.accept(Step.READ);
    RoomInvite read =
        RoomInvite.parse(invite)
            .orElseThrow(() -> new RoomException(Step.READ, RoomInvite.whyNone(invite)));
    NetAddress address =
        switch (read) {
          case RoomInvite.Open(NetAddress open) -> open;
          case RoomInvite.Link(URI page) -> claim(invite(page));
          case RoomInvite.Claim claim -> claim(claim);
        };
    Runnable takeBack = calls.takingBack(address);
    Room room = read instanceof RoomInvite.Open ? enter(address) : enterAsMember(address);
    if (room.isClosedToUs(ADMISSION)) {
      takeBack.run();
      throw new RoomException(Step.ACCEPT, RoomFault.MEMBERS_ONLY);
    }
    return room;
  }

  /// Where we were before the invite was claimed, the room does not know us as a member yet.
  private Room enterAsMember(NetAddress address) throws RoomException, InterruptedException {
    rooms
        .find(address.id())
        .filter(room -> !room.metadata().membership())
        .ifPresent(room -> calls.hangUp(room.id()));
    return enter(address);
  }

  /// Goes to that room, unless we are there.
  Room enter(NetAddress address) throws RoomException, InterruptedException {
    Optional<Room> entered = rooms.find(address.id());
    return entered.isPresent() ? entered.get() : call(address);
  }

  /// Calls a room and has it say that it is one. Who was not known and is none is forgotten.
  Room call(PeerAddress address) throws RoomException, InterruptedException {
    begins.accept(Step.CALL);
    Runnable takeBack = calls.takingBack(address);
    try (Rooms.Expected coming = rooms.expect(address.id())) {
      calls.connect(address);
      begins.accept(Step.RECOGNISE);
      Optional<Room> room = coming.within(RECOGNITION);
      if (room.isEmpty()) {
        takeBack.run();
        throw new RoomException(Step.RECOGNISE, RoomFault.NO_ROOM);
      }
      calls.found(address.id());
      return room.get();
    } catch (RoomException e) {
      throw e;
    } catch (IOException e) {
      throw new RoomException(Step.CALL, why(e), e);
    }
  }

  private static Told why(IOException e) {
    return e instanceof ConnectionFailedException known
        ? Told.of(RoomFault.NOT_REACHED_BECAUSE, Told.of(known.failure()))
        : Told.of(RoomFault.NOT_REACHED);
  }

  /// Has an invite accepted; the answer is where the room listens.
  private NetAddress claim(RoomInvite.Claim claim) throws RoomException, InterruptedException {
    begins.accept(Step.ACCEPT);
    JsonObject form =
        JsonObject.builder().put("id", self.toString()).put("invite", claim.code()).build();
    return web.post(claim.postTo(), form)
        .string("multiserverAddress")
        .flatMap(NetAddress::parse)
        .orElseThrow(() -> new RoomException(Step.ACCEPT, RoomFault.NO_ADDRESS));
  }

  private RoomInvite.Claim invite(URI page) throws RoomException, InterruptedException {
    begins.accept(Step.WEB);
    return RoomInvite.on(page, web.get(page))
        .orElseThrow(() -> new RoomException(Step.WEB, RoomFault.NO_INVITE_THERE));
  }
}
