package org.tidings.replication.local;

import java.io.IOException;
import java.util.Optional;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.replication.muxrpc.JsonBody;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.transport.ProtocolException;

/// What the process that owns the data folder answered to a call, of the kind that was expected. A
/// value.
record Answer(Method method, Json json) {

  /// Calls, and waits for the answer.
  static Answer to(RpcConnection connection, Method method, Json... arguments)
      throws IOException, InterruptedException {
    if (connection.call(method, arguments) instanceof JsonBody answer) {
      return new Answer(method, answer.json());
    }
    throw unexpected(method);
  }

  JsonObject object() throws ProtocolException {
    return expected(json.asObject());
  }

  String text() throws ProtocolException {
    return expected(json.asString());
  }

  JsonArray array() throws ProtocolException {
    return expected(
        json instanceof JsonArray array ? Optional.of(array) : Optional.<JsonArray>empty());
  }

  private <T> T expected(Optional<T> found) throws ProtocolException {
    return found.orElseThrow(() -> unexpected(method));
  }

  private static ProtocolException unexpected(Method method) {
    return new ProtocolException("an unexpected answer to " + method);
  }
}
