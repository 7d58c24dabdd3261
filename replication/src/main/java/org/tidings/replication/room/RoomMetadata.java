package org.tidings.replication.room;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonBool;
import org.tidings.feed.json.JsonObject;

/// What a room says about itself, as the answer to `room.metadata` or `tunnel.isRoom` (protocol
/// reference, sections 8.8 and 8.9). A value.
///
/// @param name for people, at most 80 characters; may be empty
/// @param membership whether it takes us for a member; an open room need not, and lets us in
/// @param features such as `tunnel`, `alias`, `httpAuth`
public record RoomMetadata(String name, boolean membership, Set<String> features) {
  private static final int LONGEST_NAME = 80;
  private static final int MOST_FEATURES = 50;

  public RoomMetadata {
    features = Set.copyOf(features);
  }

  /// Reads an answer; empty when it says that there is no room.
  static Optional<RoomMetadata> in(Json answer) {
    if (answer == JsonBool.TRUE) {
      return Optional.of(new RoomMetadata("", true, Set.of()));
    }
    return answer.asObject().map(RoomMetadata::in);
  }

  private static RoomMetadata in(JsonObject object) {
    Set<String> features = new HashSet<>();
    object
        .array("features")
        .ifPresent(
            all ->
                all.items().stream()
                    .limit(MOST_FEATURES)
                    .flatMap(feature -> feature.asString().stream())
                    .forEach(features::add));
    return new RoomMetadata(
        shown(object.string("name").orElse("")), object.bool("membership").orElse(true), features);
  }

  /// One line of a bounded length, whatever the room calls itself.
  private static String shown(String name) {
    String line = name.replaceAll("\\p{Cntrl}", " ").strip();
    return line.codePointCount(0, line.length()) <= LONGEST_NAME
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME));
  }
}
