package org.tidings.replication.local;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.tidings.feed.json.JsonObject;

/// Which posts to find.
///
/// @param typed words and filters, as [org.tidings.feed.search.SearchQuery] reads them
/// @param zone where whoever typed that is: its days are meant
/// @param limit how many at most
/// @param leaving as [LogQuery#leaving]
public record FindQuery(String typed, ZoneId zone, long limit, boolean leaving) {
  JsonObject json() {
    return JsonObject.builder()
        .put("query", typed)
        .put("zone", zone.getId())
        .put("limit", (double) limit)
        .put("leaving", leaving)
        .build();
  }

  static FindQuery of(JsonObject json) {
    return new FindQuery(
        json.string("query").orElse(""),
        zone(json.string("zone").orElse("")),
        (long) json.number("limit").orElse(0),
        json.bool("leaving").orElse(true));
  }

  /// UTC where none is named, or one that is not known here.
  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      return ZoneOffset.UTC;
    }
  }
}
