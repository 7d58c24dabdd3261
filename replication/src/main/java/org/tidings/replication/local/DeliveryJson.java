package org.tidings.replication.local;

import java.util.HashSet;
import java.util.Set;
import org.tidings.feed.Feeds;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.local.Delivery;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.FeedId;

/// Writes where copies of a message of ours are.
record DeliveryJson(Feeds feeds) {

  JsonObject of(StoredMessage message) {
    Delivery delivery = feeds.copies().of(message.sequence());
    Set<FeedId> others = new HashSet<>(delivery.holders());
    others.addAll(delivery.sentTo());
    others.removeAll(feeds.graph().followed());
    return JsonObject.builder()
        .put("key", message.id().toString())
        .put("sequence", message.sequence().value())
        .put("type", message.read().map(Message::type).map(Json::of))
        .put("holders", friends(delivery.holders()))
        .put("sentTo", friends(delivery.sentTo()))
        .put("others", (double) others.size())
        .put("lastLeftMs", delivery.lastLeft().map(at -> Json.of((double) at.toEpochMilli())))
        .build();
  }

  private JsonArray friends(Set<FeedId> peers) {
    Set<FeedId> followed = feeds.graph().followed();
    return JsonArray.ofStrings(
        peers.stream().filter(followed::contains).map(FeedId::toString).sorted().toList());
  }
}
