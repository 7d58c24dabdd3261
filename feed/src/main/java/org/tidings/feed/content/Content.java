package org.tidings.feed.content;

import org.tidings.feed.json.JsonObject;

/// The meaning of a message's content. Immutable.
public sealed interface Content permits Content.Publishable, Pub, Encrypted, Unknown {

  /// Content this program writes itself.
  sealed interface Publishable extends Content
      permits Post, Vote, Contact, About, ChannelSubscription {
    /// The content as it is signed, fields in their usual order.
    JsonObject toJson();
  }
}
