package org.tidings.replication.local;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.Feeds;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.LogFilter;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.replication.muxrpc.RpcError;

/// Of which of our own messages it is asked where copies are.
///
/// @param message one; empty for the newest
/// @param limit how many at most, up to [#MOST]
public record DeliveryQuery(Optional<MessageId> message, int limit) {
  /// A thousand.
  public static final int MOST = 1_000;

  JsonObject json() {
    return JsonObject.builder()
        .put("id", message.map(id -> Json.of(id.toString())))
        .put("limit", (double) limit)
        .build();
  }

  static DeliveryQuery of(JsonObject json) {
    return new DeliveryQuery(
        json.string("id").flatMap(MessageId::parse),
        (int) Math.clamp(json.number("limit").orElse(1), 0, MOST));
  }

  /// Those messages, newest first.
  List<StoredMessage> messages(Feeds feeds) throws RpcError {
    FeedId self = feeds.identity().id();
    if (message.isEmpty()) {
      return feeds.log().newest(LogFilter.by(self), Long.MAX_VALUE, limit);
    }
    StoredMessage found =
        feeds
            .log()
            .get(message.get())
            .filter(stored -> stored.author().equals(self))
            .orElseThrow(() -> new RpcError(message.get() + " is no message of yours."));
    return List.of(found);
  }
}
