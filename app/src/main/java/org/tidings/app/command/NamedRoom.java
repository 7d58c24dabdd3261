package org.tidings.app.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tidings.app.folder.FolderException;
import org.tidings.app.owner.Access;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;

/// A room as named on a command line: by its id, the beginning of one, the name that it has, or the
/// host that it is at.
///
/// @param word as it was typed
/// @param id where it is one
record NamedRoom(String word, Optional<FeedId> id) {

  /// Which of the rooms that are known that is. A folder that is not there yet knows none, and is
  /// not made for that.
  ///
  /// @throws Refused when that may be several
  /// @throws WrongUsage when that is none
  FeedId in(Common common)
      throws Refused, WrongUsage, FolderException, IOException, InterruptedException {
    if (id.isPresent()) {
      return id.get();
    }
    if (!common.isBegun()) {
      return only(List.of());
    }
    try (Access access = common.accessToRead(false)) {
      return only(
          access.node().rooms().list().items().stream()
              .map(room -> room.asObject().orElseThrow())
              .filter(this::isMeant)
              .toList());
    }
  }

  private FeedId only(List<JsonObject> rooms) throws Refused, WrongUsage {
    if (rooms.isEmpty()) {
      throw new WrongUsage(
          ("'%s' is not a feed id such as @…=.ed25519, and no room known here begins so, is called"
                  + " so or is at such a host.")
              .formatted(word));
    }
    if (rooms.size() > 1) {
      throw new Refused(
          "'%s' may be several: %s. Say the id of one."
              .formatted(
                  word,
                  rooms.stream()
                      .map(room -> text(room, "id") + " " + text(room, "name"))
                      .collect(Collectors.joining(", "))));
    }
    return FeedId.parse(text(rooms.getFirst(), "id")).orElseThrow();
  }

  private boolean isMeant(JsonObject room) {
    String beginning = word.endsWith("…") ? word.substring(0, word.length() - 1) : word;
    return (beginning.startsWith("@")
            && beginning.length() > 1
            && text(room, "id").startsWith(beginning))
        || text(room, "name").equalsIgnoreCase(word)
        || text(room, "address").startsWith("net:" + word + ":");
  }

  private static String text(JsonObject room, String key) {
    return room.string(key).orElse("");
  }
}
