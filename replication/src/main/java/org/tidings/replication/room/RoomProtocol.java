package org.tidings.replication.room;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.json.Json;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Call;
import org.tidings.replication.muxrpc.JsonBody;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Pace;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.muxrpc.RpcStream;
import org.tidings.replication.peer.PeerProtocol;
import org.tidings.replication.peer.PeerSession;
import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.transport.Listener;
import org.tidings.replication.transport.SecretChannel;

/// Recognises rooms among those we call, follows who is there, and takes those who come to us
/// through one (protocol reference, sections 8.8 and 8.9). Thread-safe.
public final class RoomProtocol implements PeerProtocol {
  private static final Logger log = LoggerFactory.getLogger(RoomProtocol.class);

  private static final Method METADATA = Method.async("room.metadata");
  private static final Method IS_ROOM = Method.async("tunnel.isRoom");
  private static final Method ATTENDANTS = Method.source("room.attendants");
  private static final Method REQUEST_SOLUTION = Method.async("httpAuth.requestSolution");
  private static final Method ENDPOINTS = Method.source("tunnel.endpoints");

  private final FeedId self;
  private final Rooms rooms;
  private final SignIns signIns;
  private final Listener.Host host;

  /// @param host whom those meet who come through a room
  public RoomProtocol(FeedId self, Rooms rooms, SignIns signIns, Listener.Host host) {
    this.self = self;
    this.rooms = rooms;
    this.signIns = signIns;
    this.host = host;
  }

  @Override
  public List<Procedure> procedures(PeerSession session) {
    return mayBeRoom(session)
        ? List.of(
            Procedure.stream(Rooms.CONNECT, this::serve),
            Procedure.async(REQUEST_SOLUTION, this::solve))
        : List.of();
  }

  @Override
  public void connected(PeerSession session, RpcConnection connection)
      throws IOException, InterruptedException {
    Optional<RoomMetadata> metadata = mayBeRoom(session) ? metadata(connection) : Optional.empty();
    if (metadata.isPresent()) {
      stay(new Room(connection, metadata.get()));
    } else {
      rooms.isNone(session.peer());
    }
  }

  private void stay(Room room) throws IOException, InterruptedException {
    rooms.enter(room);
    try {
      attend(room);
      room.admits(false);
      room.connection().awaitEnd();
    } finally {
      room.admits(false);
      rooms.leave(room);
    }
  }

  /// Who calls us is no room, and nobody behind a tunnel is one: tunnels are not nested. What the
  /// local network turned up nobody has chosen for a room.
  private static boolean mayBeRoom(PeerSession session) {
    return session.isDialer() && (session.path() == Path.DIRECT || session.path() == Path.ROOM);
  }

  private static Optional<RoomMetadata> metadata(RpcConnection connection)
      throws IOException, InterruptedException {
    for (Method question : new Method[] {METADATA, IS_ROOM}) {
      try {
        return connection.call(question) instanceof JsonBody answer
            ? RoomMetadata.in(answer.json())
            : Optional.empty();
      } catch (RpcError none) {
        log.debug("{}: {}", connection, none.message());
      }
    }
    return Optional.empty();
  }

  /// Listening to who is there is also what makes us one of them. A room that has told all it will
  /// tell is left, to come in again.
  private void attend(Room room) throws IOException, InterruptedException {
    for (Method list : new Method[] {ATTENDANTS, ENDPOINTS}) {
      try (RpcStream stream = room.connection().open(list)) {
        Pace.hear(stream, told -> heard(room, told));
        room.connection().close();
        return;
      } catch (RpcError refused) {
        log.debug("{}: {}", room.connection(), refused.message());
      } finally {
        room.attendants().clear();
        rooms.changed();
      }
    }
  }

  private void heard(Room room, Json told) {
    room.admits(true);
    if (room.attendants().heard(told)) {
      rooms.changed();
    }
  }

  /// Somebody comes through a room: the same door as everywhere.
  private void serve(Call call, RpcStream stream) throws IOException, InterruptedException {
    Optional<TunnelRequest> request = TunnelRequest.by(call.caller(), call.argument(0));
    Room room = roomFor(call, request);
    boolean isStranger = request.flatMap(TunnelRequest::origin).filter(rooms::isWanted).isEmpty();
    try (Room.Place place =
        room.place(isStranger)
            .orElseThrow(() -> new RpcError("too many tunnels through this room"))) {
      Optional<SecretChannel> guest = host.open(new TunnelChannel(stream, room.name()));
      if (guest.isPresent()) {
        place.proven();
        if (rooms.isWanted(FeedId.of(guest.get().remote()))) {
          stream.trust();
        }
        serve(guest.get());
      }
    }
  }

  /// In a thread of its own: the call's own is interrupted when the room ends the stream, and the
  /// connection inside it has things to put away.
  private void serve(SecretChannel guest) throws InterruptedException {
    Thread.ofVirtual().name("tunnel-in").start(() -> host.serve(guest)).join();
  }

  /// A browser of ours wants to sign in, the room says.
  private Body solve(Call call) throws RpcError {
    return Body.text(signIns.solve(call.caller(), text(call, 0), text(call, 1)));
  }

  private static String text(Call call, int index) {
    return call.argument(index).flatMap(Json::asString).orElse("");
  }

  private Room roomFor(Call call, Optional<TunnelRequest> request) throws RpcError {
    return rooms
        .at(call.connection())
        .filter(room -> request.filter(asked -> asked.target().equals(self)).isPresent())
        .orElseThrow(
            () ->
                new RpcError(
                    "could not connect to: "
                        + request.map(asked -> asked.target().toString()).orElse("nobody")));
  }
}
