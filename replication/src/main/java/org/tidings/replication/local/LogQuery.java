package org.tidings.replication.local;

import java.util.Optional;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.LogFilter;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.RpcError;

/// Which stored messages, in which order, and how many at most.
///
/// @param newestFirst by arrival; else the oldest first
/// @param leaving whether they can be taken in again elsewhere, as exported ones and those told to
///     programs can: then those of our own that have never
///     left are left out while publishing is held
public record LogQuery(LogFilter filter, boolean newestFirst, long limit, boolean leaving) {
  /// Everything others may have, in order of arrival.
  public static final LogQuery EXPORT =
      new LogQuery(LogFilter.EVERYTHING, false, Long.MAX_VALUE, true);

  /// The newest messages, to be looked at here.
  public static LogQuery newest(LogFilter filter, long limit) {
    return new LogQuery(filter, true, limit, false);
  }

  JsonObject json() {
    JsonObject.Builder json =
        JsonObject.builder()
            .put("reverse", newestFirst)
            .put("leaving", leaving)
            .put("unblocked", filter.isUnblocked());
    filter.author().ifPresent(author -> json.put("author", author.toString()));
    filter.type().ifPresent(type -> json.put("type", type));
    if (limit != Long.MAX_VALUE) {
      json.put("limit", (double) limit);
    }
    return json.build();
  }

  static LogQuery of(JsonObject json) throws RpcError {
    Optional<String> author = json.string("author");
    Optional<FeedId> feed = author.flatMap(FeedId::parse);
    if (author.isPresent() && feed.isEmpty()) {
      throw new RpcError(author.get() + " is not a feed");
    }
    double limit = json.number("limit").orElse(-1);
    return new LogQuery(
        new LogFilter(feed, json.string("type"), json.bool("unblocked").orElse(false)),
        json.bool("reverse").orElse(false),
        limit < 0 ? Long.MAX_VALUE : (long) limit,
        json.bool("leaving").orElse(true));
  }
}
