package org.tidings.replication.client;

import java.util.Optional;
import org.tidings.feed.content.Encrypted;
import org.tidings.feed.index.Unboxer;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.message.Message;

/// Opens private messages for programs of ours. Thread-safe.
record Unsealing(Unboxer unboxer) {
  /// What a private message says; empty when it is in the open, or not for us.
  Optional<JsonObject> open(Message message) {
    return message.content().asString().flatMap(this::open);
  }

  /// What an encrypted content says, if it is for us.
  Optional<JsonObject> open(String sealed) {
    return unboxer.open(new Encrypted(sealed));
  }
}
