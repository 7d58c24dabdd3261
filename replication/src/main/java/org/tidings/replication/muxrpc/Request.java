package org.tidings.replication.muxrpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonString;
import org.tidings.feed.json.JsonWriter;
import org.tidings.replication.transport.ProtocolException;

/// The body that opens a call: `{"name":[…],"args":[…],"type":…}`.
///
/// @param type what the peer wrote as type, or what JavaScript makes of its absence
record Request(List<String> name, CallType type, List<Json> arguments) {

  /// The opening body of a call of ours. Calls with one answer carry no type: `sync` would end a
  /// connection to a Go peer, and JavaScript writes none either.
  static Body body(Method method, List<Json> arguments) {
    JsonObject.Builder body =
        JsonObject.builder()
            .put("name", JsonArray.ofStrings(method.name()))
            .put("args", new JsonArray(arguments));
    if (method.type() != CallType.ASYNC) {
      body.put("type", method.type().word());
    }
    return Body.json(body.build());
  }

  /// Reads the opening frame of a peer's call. The name may be a bare string.
  ///
  /// @throws RpcError for the peer, in the words of JavaScript peers, when it makes no sense
  /// @throws ProtocolException when it is not even JSON
  static Request in(Frame frame) throws RpcError, ProtocolException {
    Json value = frame.body() instanceof JsonBody json ? json.json() : Json.of("");
    JsonObject request = value.asObject().orElse(JsonObject.of());
    CallType type = frame.stream() ? streamType(request) : CallType.ASYNC;
    Optional<JsonArray> arguments = request.array("args");
    if (arguments.isEmpty() && type == CallType.ASYNC) {
      throw new RpcError(
          "invalid request, args should be array, was: " + JsonWriter.compactText(value));
    }
    return new Request(name(request), type, arguments.map(JsonArray::items).orElse(List.of()));
  }

  private static CallType streamType(JsonObject request) throws RpcError {
    String word = request.get("type").map(Request::printed).orElse("undefined");
    return CallType.streamOf(word)
        .orElseThrow(() -> new RpcError("unsupported stream type: " + word));
  }

  private static List<String> name(JsonObject request) {
    return switch (request.get("name").orElse(new JsonString("undefined"))) {
      case JsonArray(List<Json> parts) -> {
        List<String> name = new ArrayList<>();
        parts.forEach(part -> name.add(printed(part)));
        yield name;
      }
      case Json other -> List.of(printed(other));
    };
  }

  private static String printed(Json value) {
    return value.asString().orElseGet(() -> JsonWriter.compactText(value));
  }
}
