package org.tidings.replication.muxrpc;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;

/// One call a peer makes on us.
///
/// @param connection the connection it came by
/// @param arguments what it was called with, as the peer sent it
public record Call(RpcConnection connection, List<Json> arguments) {
  public Call {
    arguments = List.copyOf(arguments);
  }

  /// Who calls.
  public FeedId caller() {
    return connection.remote();
  }

  /// The argument at that place, counted from 0.
  public Optional<Json> argument(int index) {
    return index < arguments.size() ? Optional.of(arguments.get(index)) : Optional.empty();
  }

  /// The object at that place.
  ///
  /// @throws RpcError when there is something else
  public JsonObject object(int index) throws RpcError {
    return argument(index)
        .flatMap(Json::asObject)
        .orElseThrow(() -> new RpcError("argument " + index + " is not an object"));
  }

  /// The array at that place.
  ///
  /// @throws RpcError when there is something else
  public JsonArray array(int index) throws RpcError {
    Optional<Json> argument = argument(index);
    if (argument.isPresent() && argument.get() instanceof JsonArray array) {
      return array;
    }
    throw new RpcError("argument " + index + " is not an array");
  }

  /// The text at that place.
  ///
  /// @param what it should be, for the caller who gave something else
  public String text(int index, String what) throws RpcError {
    return argument(index)
        .flatMap(Json::asString)
        .orElseThrow(() -> new RpcError("argument " + index + " is not " + what));
  }

  /// The id of a feed at that place.
  ///
  /// @throws RpcError when there is something else
  public FeedId feed(int index) throws RpcError {
    return argument(index)
        .flatMap(Json::asString)
        .flatMap(FeedId::parse)
        .orElseThrow(() -> new RpcError("argument " + index + " is not the id of a feed"));
  }

  /// The options at that place: none where nothing is said.
  public JsonObject options(int index) {
    return argument(index).flatMap(Json::asObject).orElse(JsonObject.of());
  }
}
