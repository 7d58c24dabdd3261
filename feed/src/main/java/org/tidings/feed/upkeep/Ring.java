package org.tidings.feed.upkeep;

import java.util.List;
import java.util.stream.Stream;
import org.tidings.feed.index.Reading;
import org.tidings.feed.store.Tx;

/// The feeds of one distance, and what is here of them.
///
/// @param hops how far they are; one more than feeds are fetched where nothing of them is expected
/// @param feeds how many there are
/// @param held of how many something is stored
/// @param messages how many are stored
/// @param bytes of these as they were signed
public record Ring(int hops, long feeds, long held, long messages, long bytes) {

  private static final String WITHIN =
      "SELECT hops, count(*), count(bytes), coalesce(sum(messages), 0), coalesce(sum(bytes), 0)"
          + " FROM reach LEFT JOIN feed_sizes USING (feed) WHERE hops BETWEEN 0 AND ?"
          + " GROUP BY 1 ORDER BY 1";

  /// Whom the farthest we fetch follow, as far as nobody nearer does.
  private static final String BEYOND =
      "SELECT count(DISTINCT c.contact) FROM reach r JOIN contacts c ON c.author = r.feed"
          + " AND c.edge = 1 WHERE r.hops = ?1"
          + " AND NOT EXISTS (SELECT 1 FROM reach near WHERE near.feed = c.contact"
          + " AND near.hops <= ?1)";

  /// Ourselves, the rings that are fetched, and the one beyond them.
  static List<Ring> all(Tx tx, Reading reading) {
    int max = reading.graph().maxHops();
    List<Ring> within =
        tx.list(
            WITHIN,
            row ->
                new Ring(
                    row.integer(1), row.number(2), row.number(3), row.number(4), row.number(5)),
            max);
    long beyond = tx.one(BEYOND, row -> row.number(1), max).orElse(0L);
    return Stream.concat(within.stream(), Stream.of(new Ring(max + 1, beyond, 0, 0, 0))).toList();
  }
}
