package org.tidings.app.command;

import java.util.List;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;

/// What is stored of a feed, as the owner of the data folder tells it.
///
/// @param isWanted whether it is fetched again once it is dropped
/// @param isDropping whether that was begun before, and this is what is left
record StoredFeed(
    FeedId id,
    String name,
    double messages,
    double bytes,
    boolean isOurs,
    boolean isWanted,
    boolean isDropping) {

  static List<StoredFeed> all(JsonArray told) {
    return told.items().stream().map(feed -> of(feed.asObject().orElseThrow())).toList();
  }

  private static StoredFeed of(JsonObject told) {
    return new StoredFeed(
        told.string("id").flatMap(FeedId::parse).orElseThrow(),
        told.string("name").orElseThrow(),
        told.number("messages").orElseThrow(),
        told.number("bytes").orElseThrow(),
        told.bool("self").orElseThrow(),
        told.bool("wanted").orElseThrow(),
        told.bool("dropping").orElse(false));
  }

  /// How much room it takes.
  String size() {
    return Amounts.bytes(bytes);
  }

  /// Whose it is.
  String line() {
    return "%s  %s, %s".formatted(id, name, Amounts.counted(messages, "message"));
  }
}
