package org.tidings.feed.content;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonNull;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonString;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.ref.Ref;
import org.tidings.feed.ref.RefLink;

/// Links in fields of strangers: a text or `{link: text}`, alone or in an array, which in old data
/// is an object with numbers for keys. Protocol 10.
final class Links {
  private static final String LINK = "link";

  private Links() {}

  /// The items of a field that may hold one or several.
  static List<Json> items(Json field) {
    if (field instanceof JsonArray(var items)) {
      return items;
    }
    if (field instanceof JsonObject object && !object.has(LINK)) {
      return object.values();
    }
    return field instanceof JsonNull ? List.of() : List.of(field);
  }

  /// The text of one link, whatever it points to.
  static Optional<String> text(Json item) {
    return item instanceof JsonObject object ? object.string(LINK) : item.asString();
  }

  static Optional<Ref> ref(Json item) {
    Optional<String> text = text(item);
    return text.isPresent() ? RefLink.refIn(text.get()) : Optional.empty();
  }

  static Optional<FeedId> feed(Json item) {
    return ref(item).orElse(null) instanceof FeedId id ? Optional.of(id) : Optional.empty();
  }

  static Optional<MessageId> message(Json item) {
    return ref(item).orElse(null) instanceof MessageId id ? Optional.of(id) : Optional.empty();
  }

  /// Hands on every text in a content, at whatever depth ([Json#MAX_DEPTH] at most), in reading
  /// order.
  static void eachText(Json content, Consumer<String> sink) {
    switch (content) {
      case JsonObject object -> eachText(object.values(), sink);
      case JsonArray(var items) -> eachText(items, sink);
      case JsonString(String text) -> sink.accept(text);
      default -> {
        // a number, true, false or null names nothing
      }
    }
  }

  private static void eachText(List<Json> contents, Consumer<String> sink) {
    for (Json content : contents) {
      eachText(content, sink);
    }
  }

  static Optional<BlobId> blob(Json item) {
    return ref(item).orElse(null) instanceof BlobId id ? Optional.of(id) : Optional.empty();
  }
}
