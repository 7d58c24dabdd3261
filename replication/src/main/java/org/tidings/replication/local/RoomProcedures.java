package org.tidings.replication.local;

import java.io.IOException;
import java.util.List;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonBool;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Call;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.RpcError;

/// Offers what the owner does about rooms as muxrpc procedures. Immutable.
record RoomProcedures(LocalNode node) {
  static final Method LIST = Method.async("tidings.rooms.list");
  static final Method JOIN = Method.async("tidings.rooms.join");
  static final Method LEAVE = Method.async("tidings.rooms.leave");
  static final Method REGISTER = Method.async("tidings.rooms.registerAlias");
  static final Method REVOKE = Method.async("tidings.rooms.revokeAlias");
  static final Method MEET = Method.async("tidings.rooms.meet");
  static final Method SIGN_IN_PAGE = Method.async("tidings.rooms.signInPage");
  static final Method SIGN_IN = Method.async("tidings.rooms.signIn");

  /// All of them.
  List<Procedure> all() {
    return List.of(
        Answering.async(LIST, call -> node.rooms().list()),
        Answering.async(JOIN, call -> node.rooms().join(call.text(0, "an invite"))),
        Answering.async(LEAVE, this::leave),
        Answering.async(
            REGISTER, call -> Json.of(node.rooms().register(room(call), call.text(1, "a name")))),
        Answering.async(REVOKE, this::revoke),
        Answering.async(MEET, call -> node.rooms().meet(call.text(0, "a link"))),
        Answering.async(SIGN_IN_PAGE, call -> Json.of(node.rooms().signIn(room(call)))),
        Answering.async(SIGN_IN, this::signIn));
  }

  private Json leave(Call call) throws IOException, InterruptedException {
    node.rooms().leave(room(call));
    return JsonBool.TRUE;
  }

  private Json revoke(Call call) throws IOException, InterruptedException {
    node.rooms().revoke(room(call), call.text(1, "a name"));
    return JsonBool.TRUE;
  }

  private Json signIn(Call call) throws IOException, InterruptedException {
    node.rooms().signIn(call.text(0, "a link"));
    return JsonBool.TRUE;
  }

  private static FeedId room(Call call) throws RpcError {
    return FeedId.parse(call.text(0, "a room")).orElseThrow(() -> new RpcError("no room's id"));
  }
}
