package org.tidings.app.command;

import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.MessageId;

/// Tells the key of what was just published.
final class Posted {
  private Posted() {}

  static void tell(Common common, MessageId key) {
    if (common.wantsJson()) {
      common.terminal().json(JsonObject.of("key", Json.of(key.toString())));
    } else {
      common.terminal().say(key.toString());
    }
  }
}
