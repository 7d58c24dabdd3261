package org.tidings.replication.room;

import java.util.HashSet;
import java.util.Set;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;

/// Who is in a room, as the room tells it: whole lists by `tunnel.endpoints`, lists and changes by
/// `room.attendants` (protocol reference, sections 8.8 and 8.9). Of a room that names more than
/// 2,000 the rest is not kept. Thread-safe.
final class Attendants {
  private static final int MOST = 2_000;

  private final Set<FeedId> all = new HashSet<>();

  /// Takes an item of either stream; tells whether it changed anything.
  synchronized boolean heard(Json item) {
    return switch (item) {
      case JsonArray ids -> replace(ids);
      case JsonObject event -> heard(event);
      default -> false;
    };
  }

  /// Nobody is there any more, as far as we know.
  synchronized void clear() {
    all.clear();
  }

  synchronized Set<FeedId> now() {
    return Set.copyOf(all);
  }

  private boolean heard(JsonObject event) {
    return switch (event.string("type").orElse("")) {
      case "state" -> replace(event.array("ids").orElse(JsonArray.of()));
      case "joined" -> event.string("id").flatMap(FeedId::parse).filter(this::add).isPresent();
      case "left" -> event.string("id").flatMap(FeedId::parse).filter(all::remove).isPresent();
      default -> false;
    };
  }

  private boolean replace(JsonArray ids) {
    Set<FeedId> before = Set.copyOf(all);
    all.clear();
    ids.items().forEach(id -> id.asString().flatMap(FeedId::parse).ifPresent(this::add));
    return !all.equals(before);
  }

  private boolean add(FeedId id) {
    return all.size() < MOST && all.add(id);
  }
}
