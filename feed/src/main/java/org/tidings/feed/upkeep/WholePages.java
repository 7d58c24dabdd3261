package org.tidings.feed.upkeep;

import java.util.Collections;
import java.util.List;
import org.tidings.feed.store.Tx;

/// How much of some feeds lies on pages of the log that hold nothing else: messages lie there as
/// they arrived, a page after the other. Those pages go back to the disk by themselves when the
/// feeds are dropped; others stay, half empty, until the file is packed. Stateless.
final class WholePages {

  /// Of those that came last.
  private static final String MEAN_ROW =
      "SELECT avg(length(wire)) FROM (SELECT wire FROM messages ORDER BY arrival DESC LIMIT 500)";

  /// What a row takes besides the wire.
  private static final int REST_OF_ROW = 75;

  private static final int PAGE = 4_000;

  private WholePages() {}

  /// About how many of the messages of these feeds lie on such pages.
  static long messages(Tx tx, List<Integer> feeds) {
    long ofAPage =
        Math.max(1, PAGE / (REST_OF_ROW + tx.one(MEAN_ROW, row -> row.number(1)).orElse(0L)));
    String places = String.join(", ", Collections.nCopies(feeds.size(), "?"));
    return tx.one(
            "SELECT coalesce(sum(n), 0) FROM (SELECT count(*) AS n FROM messages WHERE feed IN ("
                + places
                + ") GROUP BY arrival / "
                + ofAPage
                + " HAVING n = "
                + ofAPage
                + ")",
            row -> row.number(1),
            feeds.toArray())
        .orElse(0L);
  }
}
