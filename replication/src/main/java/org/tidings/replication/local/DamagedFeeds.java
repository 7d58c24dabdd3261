package org.tidings.replication.local;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;

/// The feeds of which something was left out of an export because it is damaged, most first.
public record DamagedFeeds(List<Feed> feeds) {
  /// Of one of them.
  ///
  /// @param messages how many were left out; 0 where they are not there at all
  /// @param behind how many that were not left out come after these
  public record Feed(FeedId id, String name, double messages, double behind) {
    static Feed of(JsonObject told) {
      return new Feed(
          told.string("id").flatMap(FeedId::parse).orElseThrow(),
          told.string("name").orElseThrow(),
          told.number("messages").orElseThrow(),
          told.number("behind").orElseThrow());
    }
  }

  public DamagedFeeds {
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
  public boolean isEmpty() {
    return feeds.isEmpty();
  }

  /// Whose they are.
  Set<FeedId> ids() {
    return feeds.stream().map(Feed::id).collect(Collectors.toSet());
  }

  /// How many messages that were not left out come after such.
  public double behind() {
    return feeds.stream().mapToDouble(Feed::behind).sum();
  }
}
