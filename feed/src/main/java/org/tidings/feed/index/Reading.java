package org.tidings.feed.index;

import org.tidings.feed.graph.SocialGraph;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.FeedNumbers;

/// What every query needs. Thread-safe.
public record Reading(Database database, FeedNumbers numbers, SocialGraph graph) {

  /// Rows of feeds we block are left out with this, given the name of the column.
  static String unblocked(String column) {
    return " NOT EXISTS (SELECT 1 FROM reach WHERE reach.feed = " + column + " AND hops = -1) ";
  }

  int self() {
    return numbers.known(graph.self()).orElse(-1);
  }
}
