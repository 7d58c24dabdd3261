package org.tidings.replication.room;

import java.net.URI;
import java.util.Optional;
import org.tidings.feed.json.Json;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.room.RoomException.Step;
import org.tidings.replication.transport.NetAddress;

/// What a person does to be known on the web side of a room (protocol reference, section 8.11).
/// Each call waits for what it does. Thread-safe.
public final class RoomSignIn {
  private static final Method SEND = Method.async("httpAuth.sendSolution");
  private static final Method INVALIDATE = Method.async("httpAuth.invalidateAllSolutions");
  private static final String TRUE = "true";

  private final RoomDesk desk;
  private final RoomDesk.Calls calls;
  private final SignIns signIns;

  public RoomSignIn(RoomDesk desk, RoomDesk.Calls calls, SignIns signIns) {
    this.desk = desk;
    this.calls = calls;
    this.signIns = signIns;
  }

  /// The page to open in a browser, which is signed in by it. Good for two minutes, while we are in
  /// the room.
  ///
  /// @throws RoomException saying why not
  public URI page(FeedId room) throws RoomException, InterruptedException {
    desk.enter(room);
    NetAddress address =
        desk.all().stream()
            .filter(status -> status.id().equals(room))
            .flatMap(status -> status.address().stream())
            .filter(NetAddress.class::isInstance)
            .map(NetAddress.class::cast)
            .findFirst()
            .orElseThrow(() -> new RoomException(Step.ASK, RoomFault.PAGE_UNKNOWN));
    return signIns.begin(room, address.host());
  }

  /// Signs in the browser that shows a link, as [SignInLink] reads it. A room that is not known is
  /// called at the address in the link for that, and left again: whoever signs in has not joined.
  ///
  /// @throws RoomException saying how far it came
  public void answer(String link) throws RoomException, InterruptedException {
    SignInLink read =
        SignInLink.parse(link)
            .orElseThrow(() -> new RoomException(Step.READ, RoomFault.NO_SIGN_IN));
    Optional<NetAddress> unknown = desk.knows(read.room()) ? Optional.empty() : read.address();
    Runnable takeBack = unknown.map(calls::takingBack).orElse(() -> {});
    try {
      Room room = unknown.isPresent() ? desk.enter(unknown.get()) : desk.enter(read.room());
      answer(room, read.nonce());
    } finally {
      takeBack.run();
    }
  }

  private void answer(Room room, String nonce) throws RoomException, InterruptedException {
    SignIns.Solved solved = signIns.answer(room.id(), nonce);
    String answer =
        room.ask(SEND, Json.of(nonce), Json.of(solved.nonce()), Json.of(solved.solution()));
    if (!answer.equals(TRUE)) {
      throw new RoomException(Step.ASK, RoomFault.SIGN_IN_REFUSED);
    }
  }

  /// Signs out every browser.
  ///
  /// @throws RoomException saying why not
  public void out(FeedId room) throws RoomException, InterruptedException {
    desk.enter(room).ask(INVALIDATE);
  }
}
