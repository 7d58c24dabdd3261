package org.tidings.app.command;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;

/// The feeds of which something was left out of an export because it is damaged, most first.
record DamagedFeeds(List<Feed> feeds) {
  private static final int MOST = 5;

  /// Of one of them.
  ///
  /// @param messages how many were left out; 0 where they are not there at all
  /// @param behind how many that were not left out come after these
  record Feed(FeedId id, String name, double messages, double behind) {
    static Feed of(JsonObject told) {
      return new Feed(
          told.string("id").flatMap(FeedId::parse).orElseThrow(),
          told.string("name").orElseThrow(),
          told.number("messages").orElseThrow(),
          told.number("behind").orElseThrow());
    }

    String line() {
      return messages > 0
          ? "%s of %s".formatted(Amounts.counted(messages, "message"), name)
          : "what is missing of " + name;
    }
  }

  DamagedFeeds {
    feeds = List.copyOf(feeds);
  }

  /// As the owner of the data folder tells it.
  static DamagedFeeds of(JsonObject export) {
    return new DamagedFeeds(
        export.array("damaged").map(JsonArray::items).orElse(List.of()).stream()
            .flatMap(feed -> feed.asObject().stream())
            .map(Feed::of)
            .toList());
  }

  /// Whether everything was there.
  boolean isEmpty() {
    return feeds.isEmpty();
  }

  /// Whose they are.
  Set<FeedId> ids() {
    return feeds.stream().map(Feed::id).collect(Collectors.toSet());
  }

  /// What is left out, whose it is and what to do, for people.
  ///
  /// @param file what it is left out of
  String sentence(String file) {
    double behind = feeds.stream().mapToDouble(Feed::behind).sum();
    return ("Damaged, and therefore not in %s: %s.%s Mend the store with 'tidings doctor --repair',"
            + " connect to friends who have what is missing, or import a file that has it, and"
            + " export again.")
        .formatted(
            file,
            list(),
            behind > 0
                ? " Nothing behind these can be taken in from it (%s)."
                    .formatted(Amounts.counted(behind, "message"))
                : "");
  }

  private String list() {
    String some = feeds.stream().limit(MOST).map(Feed::line).collect(Collectors.joining(", "));
    int more = feeds.size() - MOST;
    return more > 0 ? some + " and of " + more + " more feeds" : some;
  }
}
