package org.tidings.feed.content;

import org.tidings.feed.json.JsonObject;

/// Subscribes to a channel or ends that; the latest message of an author wins. Protocol 10.4.
///
/// @param channel normalised
public record ChannelSubscription(String channel, boolean subscribed)
    implements Content.Publishable {

  @Override
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("type", "channel")
        .put("channel", channel)
        .put("subscribed", subscribed)
        .build();
  }
}
