package org.tidings.feed.index;

import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Tx;

/// How many feeds each author has named in one index, in a table of that index. Only the first so
/// many of an author count, in the order in which they are named: each has a number, which is kept
/// in memory for good, and whoever names feeds that are nowhere could take all there is. What we
/// say ourselves counts without end, and so does what anybody says of us. Confined to the thread
/// `feed-writer`.
final class Allowance {

  /// More than anybody follows, blocks or names by hand.
  static final int MOST = 10_000;

  private final FeedId self;
  private final String schema;
  private final String take;
  private final String giveBack;
  private final String giveLastBack;

  /// @param table its name
  /// @param self who we are
  Allowance(Tables tables, String table, FeedId self) {
    this.self = self;
    this.schema =
        "CREATE TABLE $%s (author INTEGER PRIMARY KEY, named INTEGER NOT NULL);\n".formatted(table);
    this.take =
        tables.in(
            "INSERT INTO $%s AS a (author, named) VALUES (?, 1)".formatted(table)
                + " ON CONFLICT DO UPDATE SET named = a.named + 1 WHERE a.named < "
                + MOST);
    this.giveBack = tables.in("UPDATE $%s SET named = named - 1 WHERE author = ?".formatted(table));
    this.giveLastBack =
        tables.in("DELETE FROM $%s WHERE author = ? AND named = 1".formatted(table));
  }

  /// Makes the table, with `$` before its name.
  String schema() {
    return schema;
  }

  /// Whether a feed counts that its author has not named before. From then on it does.
  boolean take(Tx tx, Entry entry, FeedId named) {
    return isFree(entry, named) || tx.update(take, entry.feed()) > 0;
  }

  /// A feed that counted is named no more.
  void giveBack(Tx tx, Entry entry, FeedId named) {
    if (!isFree(entry, named) && tx.update(giveLastBack, entry.feed()) == 0) {
      tx.update(giveBack, entry.feed());
    }
  }

  private boolean isFree(Entry entry, FeedId named) {
    return entry.message().author().equals(self) || named.equals(self);
  }
}
