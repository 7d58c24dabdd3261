package org.tidings.feed.local;

import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.Tx;

/// Up to where the person has seen lists ordered by time, other than threads: activity, each
/// private conversation. A list is any name the window chooses. Thread-safe.
public final class SeenMarks {

  private static final TimelineKey NOTHING = new TimelineKey(0, 0);

  private final Database database;

  public SeenMarks(Database database) {
    this.database = database;
  }

  /// The newest place that was seen; before everything when nothing was.
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

  /// Everything up to here has been seen. Never moves backwards.
  public void seen(String list, TimelineKey upTo) {
    database.write(
        Durability.NORMAL,
        tx ->
            upTo.isNewerThan(of(tx, list))
                ? tx.update(
                    "INSERT OR REPLACE INTO seen_marks (list, shown, arrival) VALUES (?, ?, ?)",
                    list,
                    upTo.shownMs(),
                    upTo.arrival())
                : 0);
  }
}
