package org.tidings.replication.room;

import java.net.URI;
import java.util.Optional;
import org.tidings.feed.json.Json;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.SsbUri;
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
  private final SignIns signIns;

  public RoomSignIn(RoomDesk desk, SignIns signIns) {
    this.desk = desk;
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

  /// Signs in the browser that shows a link `ssb:experimental?action=start-http-auth&…`.
  ///
  /// @throws RoomException saying how far it came
  public void answer(String link) throws RoomException, InterruptedException {
    Optional<SsbUri> uri =
        SsbUri.parse(link.strip())
            .filter(parsed -> "start-http-auth".equals(parsed.query().get("action")));
    Optional<FeedId> server = uri.map(parsed -> parsed.query().get("sid")).flatMap(FeedId::parse);
    Optional<String> nonce =
        uri.map(parsed -> parsed.query().get("sc"))
            .map(sc -> sc.replace(' ', '+'))
            .filter(SignIns::isNonce);
    if (server.isEmpty() || nonce.isEmpty()) {
      throw new RoomException(Step.READ, RoomFault.NO_SIGN_IN);
    }
    Room room = enter(server.get(), uri.flatMap(SsbUri::multiserverAddress));
    SignIns.Solved solved = signIns.answer(server.get(), nonce.get());
    String answer =
        room.ask(SEND, Json.of(nonce.get()), Json.of(solved.nonce()), Json.of(solved.solution()));
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

  private Room enter(FeedId server, Optional<String> address)
      throws RoomException, InterruptedException {
    Optional<NetAddress> there =
        address.flatMap(NetAddress::parse).filter(found -> found.id().equals(server));
    return there.isPresent() ? desk.enter(there.get()) : desk.enter(server);
  }
}
