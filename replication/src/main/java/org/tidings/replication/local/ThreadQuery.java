package org.tidings.replication.local;

import java.util.Optional;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.MessageId;
import org.tidings.replication.muxrpc.RpcError;

/// Which thread, by any of its messages.
///
/// @param leaving as in [LogQuery]
public record ThreadQuery(MessageId message, boolean leaving) {
  JsonObject json() {
    return JsonObject.builder().put("id", message.toString()).put("leaving", leaving).build();
  }

  static ThreadQuery of(JsonObject json) throws RpcError {
    String id = json.string("id").orElse("");
    Optional<MessageId> message = MessageId.parse(id);
    if (message.isEmpty()) {
      throw new RpcError(id + " is no message id");
    }
    return new ThreadQuery(message.get(), json.bool("leaving").orElse(true));
  }
}
