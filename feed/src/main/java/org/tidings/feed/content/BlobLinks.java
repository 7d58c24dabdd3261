package org.tidings.feed.content;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonString;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.RefLink;

/// Finds the blobs a content names, at whatever depth and in whatever type: pictures, attachments,
/// avatars, articles. Stateless, thread-safe. Protocol 7.
public final class BlobLinks {

  private BlobLinks() {}

  /// Each blob once, in reading order.
  public static Set<BlobId> in(Json content) {
    Set<BlobId> found = new LinkedHashSet<>();
    Deque<Json> open = new ArrayDeque<>();
    open.push(content);
    while (!open.isEmpty()) {
      switch (open.pop()) {
        case JsonObject object -> object.values().reversed().forEach(open::push);
        case JsonArray(var items) -> items.reversed().forEach(open::push);
        case JsonString(String text) -> {
          if (text.startsWith("&")) {
            RefLink.parse(text)
                .flatMap(RefLink::ref)
                .ifPresent(
                    ref -> found.addAll(ref instanceof BlobId blob ? Set.of(blob) : Set.of()));
          }
        }
        default -> {
          // a number, true, false or null names nothing
        }
      }
    }
    return found;
  }
}
