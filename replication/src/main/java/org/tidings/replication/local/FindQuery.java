package org.tidings.replication.local;

import org.tidings.feed.json.JsonObject;

/// Which posts to find.
///
/// @param typed words and filters, as [org.tidings.feed.search.SearchQuery] reads them
/// @param limit how many at most
/// @param leaving as [LogQuery#leaving]
public record FindQuery(String typed, long limit, boolean leaving) {
  JsonObject json() {
    return JsonObject.builder()
        .put("query", typed)
        .put("limit", (double) limit)
        .put("leaving", leaving)
        .build();
  }

  static FindQuery of(JsonObject json) {
    return new FindQuery(
        json.string("query").orElse(""),
        (long) json.number("limit").orElse(0),
        json.bool("leaving").orElse(true));
  }
}
