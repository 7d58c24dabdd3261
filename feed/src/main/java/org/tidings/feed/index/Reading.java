package org.tidings.feed.index;

import org.tidings.feed.graph.SocialGraph;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.FeedNumbers;

/// What every query needs. Thread-safe.
public record Reading(Database database, FeedNumbers numbers, SocialGraph graph) {

  /// Rows of feeds we block are left out with this, given the name of the column.
  public static String unblocked(String column) {
    return " NOT EXISTS (SELECT 1 FROM reach WHERE reach.feed = " + column + " AND hops = -1) ";
  }

  /// Rows of feeds we muted are left out with this, given the name of the column.
  public static String unmuted(String column) {
    return " NOT EXISTS (SELECT 1 FROM muted_feeds WHERE muted_feeds.feed = " + column + ") ";
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
