package org.tidings.replication.local;

import java.io.IOException;
import java.util.Optional;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.JsonBody;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.transport.ProtocolException;

/// What is asked about rooms, asked of the process that owns the data folder. Thread-safe.
record ClientRooms(RpcConnection connection) implements LocalRooms {
  @Override
  public JsonArray list() throws IOException, InterruptedException {
    if (ask(RoomProcedures.LIST) instanceof JsonArray rooms) {
      return rooms;
    }
    throw unexpected(RoomProcedures.LIST);
  }

  @Override
  public JsonObject join(String invite) throws IOException, InterruptedException {
    return object(RoomProcedures.JOIN, Json.of(invite));
  }

  @Override
  public void leave(FeedId room) throws IOException, InterruptedException {
    connection.call(RoomProcedures.LEAVE, Json.of(room.toString()));
  }

  @Override
  public String register(FeedId room, String alias) throws IOException, InterruptedException {
    return text(RoomProcedures.REGISTER, Json.of(room.toString()), Json.of(alias));
  }

  @Override
  public void revoke(FeedId room, String alias) throws IOException, InterruptedException {
    connection.call(RoomProcedures.REVOKE, Json.of(room.toString()), Json.of(alias));
  }

  @Override
  public JsonObject meet(String link) throws IOException, InterruptedException {
    return object(RoomProcedures.MEET, Json.of(link));
  }

  @Override
  public String signIn(FeedId room) throws IOException, InterruptedException {
    return text(RoomProcedures.SIGN_IN_PAGE, Json.of(room.toString()));
  }

  @Override
  public void signIn(String link) throws IOException, InterruptedException {
    connection.call(RoomProcedures.SIGN_IN, Json.of(link));
  }

  private JsonObject object(Method method, Json... arguments)
      throws IOException, InterruptedException {
    Optional<JsonObject> answer = ask(method, arguments).asObject();
    return answer.orElseThrow(() -> unexpected(method));
  }

  private String text(Method method, Json... arguments) throws IOException, InterruptedException {
    Optional<String> answer = ask(method, arguments).asString();
    return answer.orElseThrow(() -> unexpected(method));
  }

  private Json ask(Method method, Json... arguments) throws IOException, InterruptedException {
    if (connection.call(method, arguments) instanceof JsonBody answer) {
      return answer.json();
    }
    throw unexpected(method);
  }

  private static ProtocolException unexpected(Method method) {
    return new ProtocolException("an unexpected answer to " + method);
  }
}
