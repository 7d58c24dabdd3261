package org.tidings.feed.index;

import java.util.List;
import org.tidings.feed.store.Tx;

/// Whom those we follow follow of late: what they said in the open, what still holds, and nothing
/// by or about the blocked and the muted, nor about us. What that costs grows with those we follow,
/// not with whom they follow. Thread-safe.
public final class LatestFollows {

  /// What arrives as old history says nothing new; so many of what arrived last are looked at.
  private static final int LOOKED_AT = 300;

  /// Of each whom we follow, of what arrived last: nobody who follows very many hides the others.
  static final int OF_EACH = 60;

  static final String LATEST =
      "SELECT f.author, f.contact, m.claimed, "
          + Placement.SHOWN
          + " AS place, m.arrival FROM"
          + " (SELECT theirs.author, theirs.contact, theirs.opened FROM contacts ours"
          + " CROSS JOIN contacts theirs ON theirs.author = ours.contact AND theirs.edge = 1"
          + " AND theirs.open = 1 AND theirs.opened >= coalesce((SELECT s.opened FROM contacts s"
          + " WHERE s.author = ours.contact AND s.edge = 1 AND s.open = 1"
          + " ORDER BY s.opened DESC LIMIT 1 OFFSET "
          + (OF_EACH - 1)
          + "), 0) AND theirs.contact NOT IN (theirs.author, ?1)"
          + " WHERE ours.author = ?1 AND ours.edge = 1 AND ours.contact <> ?1 AND"
          + Reading.unmuted("ours.contact")
          + "AND (?2 = 0 OR EXISTS (SELECT 1 FROM contacts back WHERE back.author = ours.contact"
          + " AND back.contact = ?1 AND back.edge = 1))"
          + " ORDER BY theirs.opened DESC LIMIT ?3) f"
          + " JOIN messages m ON m.arrival = f.opened"
          + " WHERE "
          + Placement.SHOWN
          + " >= ?4 AND"
          + Reading.unblocked("f.contact")
          + "AND"
          + Reading.unmuted("f.contact")
          + "ORDER BY place DESC, m.arrival DESC LIMIT ?5";

  private final Reading reading;

  public LatestFollows(Reading reading) {
    this.reading = reading;
  }

  /// At most `limit`, the latest first.
  ///
  /// @param mutual whether only by those who follow us, too
  /// @param sinceMs what was said before is left out, epoch milliseconds
  public List<Follow> since(long sinceMs, boolean mutual, int limit) {
    return reading.named((tx, bylines) -> follows(tx, bylines, sinceMs, mutual, limit));
  }

  private List<Follow> follows(
      Tx tx, BylineReader bylines, long sinceMs, boolean mutual, int limit) {
    return tx.list(
        LATEST,
        row ->
            new Follow(
                bylines.of(reading.numbers().idOf(row.integer(1))),
                bylines.of(reading.numbers().idOf(row.integer(2))),
                new Times(row.real(3), row.number(4), row.number(5))),
        reading.self(),
        mutual ? 1 : 0,
        LOOKED_AT,
        sinceMs,
        limit);
  }
}
