package org.tidings.replication.room;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
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

  /// Comes in by what somebody pasted.
  ///
  /// @throws RoomException saying how far it came
  Room join(String invite) throws RoomException, InterruptedException {
    begins.accept(Step.READ);
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
    return room;
  }

  /// Goes to that room, unless we are there.
  Room enter(NetAddress address) throws RoomException, InterruptedException {
    Optional<Room> entered = rooms.find(address.id());
    return entered.isPresent() ? entered.get() : call(address);
  }

  /// Calls a room and has it say that it is one.
  Room call(PeerAddress address) throws RoomException, InterruptedException {
    begins.accept(Step.CALL);
    try (Rooms.Expected coming = rooms.expect(address.id())) {
      calls.connect(address);
      begins.accept(Step.RECOGNISE);
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
    begins.accept(Step.ACCEPT);
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
    begins.accept(Step.WEB);
    return RoomInvite.on(page, web.get(page))
        .orElseThrow(
            () ->
                new RoomException(
                    Step.WEB, "The page that the link leads to has no invite on it."));
  }
}
