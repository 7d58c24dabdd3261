package org.tidings.replication.local;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.Feeds;
import org.tidings.feed.index.Byline;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;

/// Whom a person means by a word: by an id, by the beginning of one as it is shown, or by the name
/// that somebody is shown by. Thread-safe.
record Naming(Feeds feeds) {
  /// More feeds whose ids begin alike are not told apart.
  private static final int MOST_OF_A_BEGINNING = 100;

  /// Everybody who may be meant, blocked ones too; an id may be of somebody unknown.
  List<FeedId> meant(String word) {
    Optional<FeedId> id = FeedId.parse(word);
    if (id.isPresent()) {
      return List.of(id.get());
    }
    List<FeedId> beginning = feeds.log().beginning(word, MOST_OF_A_BEGINNING);
    return beginning.isEmpty() ? called(word) : beginning;
  }

  private List<FeedId> called(String word) {
    String name = word.startsWith("@") ? word.substring(1) : word;
    return name.isBlank()
        ? List.of()
        : feeds.profiles().shownAs(name).stream().map(Byline::id).toList();
  }

  /// As [#meant], each as `{"id","name"}`.
  JsonArray people(String word) {
    return new JsonArray(
        feeds.profiles().bylines(meant(word)).values().stream()
            .<Json>map(
                by ->
                    JsonObject.builder()
                        .put("id", by.id().toString())
                        .put("name", by.name())
                        .build())
            .toList());
  }
}
