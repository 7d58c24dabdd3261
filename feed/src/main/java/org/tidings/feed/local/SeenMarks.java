package org.tidings.feed.local;

import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.Tx;

/// Up to where the person has seen lists ordered by time, other than threads: activity, each
/// private conversation. What was written later is new, and what came later, whenever it was
/// written. A list is any name the window chooses. Thread-safe.
public final class SeenMarks {

  private static final TimelineKey NOTHING = new TimelineKey(0, 0);

  private final Database database;

  public SeenMarks(Database database) {
    this.database = database;
  }

  /// When the newest was written that was seen, and the number of what came last of all that was; 0
  /// when nothing was seen.
  public TimelineKey of(String list) {
    return database.read(tx -> of(tx, list));
  }

  /// The same, within a query.
  public static TimelineKey of(Tx tx, String list) {
    return tx.one(
            "SELECT shown, arrival FROM seen_marks WHERE list = ?",
            row -> new TimelineKey(row.number(1), row.number(2)),
            list)
        .orElse(NOTHING);
  }

  /// Everything that was written and had come up to here has been seen. Never moves backwards.
  public void seen(String list, TimelineKey upTo) {
    database.write(
        Durability.NORMAL,
        tx ->
            tx.update(
                "INSERT INTO seen_marks (list, shown, arrival) VALUES (?, ?, ?) ON CONFLICT DO"
                    + " UPDATE SET shown = max(shown, excluded.shown),"
                    + " arrival = max(arrival, excluded.arrival)",
                list,
                upTo.shownMs(),
                upTo.arrival()));
  }
}
