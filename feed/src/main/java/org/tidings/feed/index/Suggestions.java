package org.tidings.feed.index;

import java.util.List;
import org.tidings.feed.ref.FeedId;

/// People two hops away of whom we have said nothing ourselves, and whom people we follow follow.
/// What that costs grows with the contacts of those we follow, not with messages. The muted are
/// left out by the query. Thread-safe.
public final class Suggestions {

  private static final String MOST_FOLLOWED =
      "SELECT theirs.contact, min(f.id), count(*) AS friends FROM contacts ours"
          + " JOIN contacts theirs ON theirs.author = ours.contact AND theirs.edge = 1"
          + " JOIN feeds f ON f.feed = theirs.author"
          + " WHERE ours.author = ?1 AND ours.edge = 1 AND NOT EXISTS (SELECT 1 FROM contacts said"
          + " WHERE said.author = ?1 AND said.contact = theirs.contact)"
          // Those farther away than feeds are fetched have no hops here.
          + " AND coalesce((SELECT hops FROM reach WHERE feed = theirs.contact), 2) = 2 AND"
          + Reading.unmuted("theirs.contact")
          + "GROUP BY theirs.contact"
          + " ORDER BY friends DESC, (SELECT id FROM feeds WHERE feed = theirs.contact) LIMIT ?2";

  private final Reading reading;

  public Suggestions(Reading reading) {
    this.reading = reading;
  }

  /// At most `limit`, those first whom most of those we follow follow, then by id.
  public List<Suggestion> mostFollowed(int limit) {
    return reading.named(
        (tx, bylines) ->
            tx.list(
                MOST_FOLLOWED,
                row ->
                    new Suggestion(
                        bylines.of(reading.numbers().idOf(row.integer(1))),
                        bylines.of(FeedId.of(row.bytes(2))),
                        row.integer(3)),
                reading.self(),
                limit));
  }
}
