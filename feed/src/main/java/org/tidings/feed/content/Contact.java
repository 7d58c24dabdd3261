package org.tidings.feed.content;

import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;

/// How the author stands to another feed from now on. Protocol 9.1.
public record Contact(FeedId contact, Edge edge) implements Content.Publishable {

  /// The value of an edge of the social graph; the latest message of an author about a feed wins.
  public enum Edge {
    FOLLOW,
    /// Neither: not followed any more, or not blocked any more.
    NEUTRAL,
    BLOCK
  }

  public static Contact follow(FeedId feed) {
    return new Contact(feed, Edge.FOLLOW);
  }

  /// Ends a follow or a block.
  public static Contact unfollow(FeedId feed) {
    return new Contact(feed, Edge.NEUTRAL);
  }

  public static Contact block(FeedId feed) {
    return new Contact(feed, Edge.BLOCK);
  }

  @Override
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("type", "contact")
        .put("contact", contact.toString())
        .put("following", edge == Edge.FOLLOW)
        .put("blocking", edge == Edge.BLOCK)
        .build();
  }
}
