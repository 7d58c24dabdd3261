package org.tidings.replication.local;

import java.io.IOException;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.RpcConnection;

/// What is asked about rooms, asked of the process that owns the data folder. Thread-safe.
record ClientRooms(RpcConnection connection) implements LocalRooms {
  @Override
  public JsonArray list() throws IOException, InterruptedException {
    return ask(RoomProcedures.LIST).array();
  }

  @Override
  public JsonObject join(String invite) throws IOException, InterruptedException {
    return ask(RoomProcedures.JOIN, Json.of(invite)).object();
  }

  @Override
  public void leave(FeedId room) throws IOException, InterruptedException {
    connection.call(RoomProcedures.LEAVE, Json.of(room.toString()));
  }

  @Override
  public String register(FeedId room, String alias) throws IOException, InterruptedException {
    return ask(RoomProcedures.REGISTER, Json.of(room.toString()), Json.of(alias)).text();
  }

  @Override
  public void revoke(FeedId room, String alias) throws IOException, InterruptedException {
    connection.call(RoomProcedures.REVOKE, Json.of(room.toString()), Json.of(alias));
  }

  @Override
  public JsonObject meet(String link) throws IOException, InterruptedException {
    return ask(RoomProcedures.MEET, Json.of(link)).object();
  }

  @Override
  public String signIn(FeedId room) throws IOException, InterruptedException {
    return ask(RoomProcedures.SIGN_IN_PAGE, Json.of(room.toString())).text();
  }

  @Override
  public void signIn(String link) throws IOException, InterruptedException {
    connection.call(RoomProcedures.SIGN_IN, Json.of(link));
  }

  private Answer ask(Method method, Json... arguments) throws IOException, InterruptedException {
    return Answer.to(connection, method, arguments);
  }
}
