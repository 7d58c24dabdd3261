package org.tidings.feed.content;

import java.util.Collection;
import java.util.List;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;

/// Who a private content says it is for: the field `recps`. Stateless, thread-safe. Protocol 3.1.
public final class Recipients {

  private Recipients() {}

  /// The feeds named, each once, in their order; others are left out.
  public static List<FeedId> of(JsonObject content) {
    return content.get("recps").map(Links::items).orElse(List.of()).stream()
        .flatMap(item -> Links.feed(item).stream())
        .distinct()
        .toList();
  }

  /// The content with a field that says whom it is for.
  public static JsonObject put(JsonObject content, Collection<FeedId> recipients) {
    return content.with(
        "recps", JsonArray.ofStrings(recipients.stream().map(FeedId::toString).toList()));
  }
}
