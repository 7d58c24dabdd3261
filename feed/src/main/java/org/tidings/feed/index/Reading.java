package org.tidings.feed.index;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ObjLongConsumer;
import org.tidings.feed.graph.SocialGraph;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.FeedNumbers;
import org.tidings.feed.store.Tx;

/// What every query needs. Thread-safe.
///
/// @param distrust told after which sequence of a feed nothing can be trusted; returns at once
public record Reading(
    Database database, FeedNumbers numbers, SocialGraph graph, ObjLongConsumer<FeedId> distrust) {

  /// Rows of feeds we block are left out with this, given the name of the column.
  public static String unblocked(String column) {
    return " NOT EXISTS (SELECT 1 FROM reach WHERE reach.feed = " + column + " AND hops = -1) ";
  }

  /// Rows of feeds we muted are left out with this, given the name of the column.
  public static String unmuted(String column) {
    // A search in the table itself, which `NOT EXISTS` would begin anew for each row.
    return " " + column + " NOT IN (SELECT feed FROM muted_feeds) ";
  }

  /// Runs a query whose answer shows people by name and picture.
  public <T> T named(BiFunction<Tx, BylineReader, T> query) {
    return database.read(tx -> query.apply(tx, new BylineReader(this, tx)));
  }

  /// The bylines of the feeds whose numbers a query answers.
  public List<Byline> bylines(String sql, Object... arguments) {
    return named(
        (tx, bylines) -> tx.list(sql, row -> bylines.of(numbers.idOf(row.integer(1))), arguments));
  }

  /// Our own number, or one nobody has.
  public int self() {
    return numberOf(graph.self());
  }

  /// The number of a feed, or one nobody has.
  public int numberOf(FeedId feed) {
    return numbers.known(feed).orElse(-1);
  }
}
