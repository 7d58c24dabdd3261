package org.tidings.replication.local;

import java.io.IOException;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonString;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.Replication;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.room.Alias;
import org.tidings.replication.room.RoomException;
import org.tidings.replication.room.RoomMetadata;
import org.tidings.replication.room.RoomStatus;

/// What is asked about rooms, done by the process that owns the data folder. Thread-safe.
record OwnerRooms(Replication replication) implements LocalRooms {
  @Override
  public JsonArray list() {
    return new JsonArray(replication.rooms().all().stream().<Json>map(OwnerRooms::json).toList());
  }

  @Override
  public JsonObject join(String invite) throws IOException, InterruptedException {
    return told(() -> json(replication.rooms().join(invite)));
  }

  @Override
  public void leave(FeedId room) throws RpcError {
    if (!replication.rooms().leave(room)) {
      throw new RpcError("No room of that id is known.");
    }
  }

  @Override
  public String register(FeedId room, String alias) throws IOException, InterruptedException {
    return told(() -> replication.aliases().register(room, alias));
  }

  @Override
  public void revoke(FeedId room, String alias) throws IOException, InterruptedException {
    told(
        () -> {
          replication.aliases().revoke(room, alias);
          return alias;
        });
  }

  @Override
  public JsonObject meet(String link) throws IOException, InterruptedException {
    Alias met = told(() -> replication.aliases().meet(link));
    return JsonObject.builder().put("id", met.user().toString()).put("alias", met.name()).build();
  }

  @Override
  public String signIn(FeedId room) throws IOException, InterruptedException {
    return told(() -> replication.signIn().page(room).toString());
  }

  @Override
  public void signIn(String link) throws IOException, InterruptedException {
    told(
        () -> {
          replication.signIn().answer(link);
          return link;
        });
  }

  private static JsonObject json(RoomStatus room) {
    return JsonObject.builder()
        .put("id", room.id().toString())
        .put("address", room.address().map(address -> new JsonString(address.toString())))
        .put("name", room.metadata().map(RoomMetadata::name).orElse(""))
        .put("entered", room.isEntered())
        .put(
            "attendants",
            JsonArray.ofStrings(room.attendants().stream().map(FeedId::toString).sorted().toList()))
        .build();
  }

  /// A sentence of a room's is the answer to the command.
  private static <T> T told(Wish<T> wish) throws IOException, InterruptedException {
    try {
      return wish.done();
    } catch (RoomException e) {
      throw Refusals.answer(e);
    }
  }

  /// Something that is asked of a room.
  @FunctionalInterface
  private interface Wish<T> {
    T done() throws RoomException, InterruptedException;
  }
}
