package org.tidings.feed.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.json.JsonObject;

/// Fresh feeds, and what a search finds in them.
abstract class SearchedFeeds extends OnFreshFeeds {
  static final double DAY_MS = 24.0 * 60 * 60 * 1000;

  /// The beginning of December 2019.
  static final double TIME = 18_231 * DAY_MS;

  final SomeFeed ann = SomeFeed.of("ann");
  final SomeFeed bob = SomeFeed.of("bob");

  static JsonObject post(String text) {
    return JsonObject.builder().put("type", "post").put("text", text).build();
  }

  /// So many posts with the same word, so many of them a day.
  void writeOverDays(int posts, int daily) {
    for (int i = 0; i < posts; i++) {
      ann.write(post("common " + i), TIME + i * DAY_MS / daily);
    }
    store(ann);
  }

  List<String> found(String typed) {
    return feeds.search().posts(SearchQuery.parse(typed), Optional.empty(), 50).hits().stream()
        .map(hit -> hit.post().post().text())
        .toList();
  }

  List<String> all(String typed) {
    SearchQuery query = SearchQuery.parse(typed);
    SearchPage first = feeds.search().posts(query, Optional.empty(), 30);
    List<String> all = texts(first);
    all.addAll(allAfter(query, first));
    return all;
  }

  List<String> allAfter(SearchQuery query, SearchPage first) {
    List<String> all = new ArrayList<>();
    Optional<SearchPage.Next> next = first.next();
    while (next.isPresent()) {
      SearchPage page = feeds.search().posts(query, next, 30);
      all.addAll(texts(page));
      next = page.next();
    }
    return all;
  }

  static List<String> texts(SearchPage page) {
    return new ArrayList<>(page.hits().stream().map(hit -> hit.post().post().text()).toList());
  }
}
