package org.tidings.feed.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonBool;
import org.tidings.feed.json.JsonNull;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;

/// Who a private content says it is for: the field `recps`. Stateless, thread-safe. Protocol 3.1.
public final class Recipients {
  private static final String FIELD = "recps";

  /// What JavaScript takes for nothing names nobody.
  private static final List<Json> NOTHING = List.of(JsonNull.NULL, JsonBool.FALSE, Json.of(""));

  private Recipients() {}

  /// The feeds named, each once, in their order; others are left out.
  public static List<FeedId> of(JsonObject content) {
    return content.get(FIELD).map(Links::items).orElse(List.of()).stream()
        .flatMap(item -> Links.feed(item).stream())
        .distinct()
        .toList();
  }

  /// The field of content that is not for everybody.
  public static Optional<Json> field(JsonObject content) {
    return content.get(FIELD).filter(value -> !NOTHING.contains(value));
  }

  /// Each feed that such a field names, once; empty where it names anything else, too. A message
  /// that misses a reader is not what was asked for.
  public static Optional<List<FeedId>> all(Json field) {
    List<Json> named = field instanceof JsonArray(List<Json> items) ? items : List.of(field);
    List<FeedId> all = new ArrayList<>();
    for (Json reader : named) {
      Optional<FeedId> feed = Links.feed(reader);
      if (feed.isEmpty()) {
        return Optional.empty();
      }
      all.add(feed.get());
    }
    return Optional.of(all.stream().distinct().toList());
  }

  /// The content with a field that says whom it is for.
  public static JsonObject put(JsonObject content, Collection<FeedId> recipients) {
    return content.with(
        FIELD, JsonArray.ofStrings(recipients.stream().map(FeedId::toString).toList()));
  }
}
