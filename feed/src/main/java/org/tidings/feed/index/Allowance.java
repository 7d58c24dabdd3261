package org.tidings.feed.index;

import java.util.OptionalInt;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.FeedNumbers;
import org.tidings.feed.store.Tx;

/// How many feeds each author has named in one index, in a table of that index. Only the first so
/// many of an author count, in the order in which they are named: each has a number, which is kept
/// in memory for good, and whoever names feeds that are nowhere could take all there is. What we
/// say ourselves counts without end, and so does what anybody says of us. Confined to the thread
/// `feed-writer`.
final class Allowance {

  /// More than anybody follows, blocks or names by hand.
  static final int MOST = 10_000;

  private final FeedNumbers numbers;
  private final FeedId self;
  private final String named;
  private final String schema;
  private final String take;
  private final String giveBack;
  private final String giveLastBack;

  /// @param table its name
  /// @param named SQL that finds whether an author has named a feed; takes the numbers of both
  /// @param self who we are
  Allowance(Tables tables, String table, String named, FeedNumbers numbers, FeedId self) {
    this.numbers = numbers;
    this.self = self;
    this.named = tables.in(named);
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

  /// Whether a feed counts that is named here: its author has named it while that counted, or may
  /// name one more, and has now. One that does not count is given no number.
  boolean counts(Tx tx, Entry entry, FeedId feed) {
    OptionalInt known = numbers.known(feed);
    return (known.isPresent() && hasNamed(tx, entry, known.getAsInt()))
        || isFree(entry, feed)
        || tx.update(take, entry.feed()) > 0;
  }

  /// Whether the author has named that feed, and it counted.
  boolean hasNamed(Tx tx, Entry entry, int feed) {
    return tx.one(named, row -> true, entry.feed(), feed).isPresent();
  }

  /// A feed that counted is named no more.
  void giveBack(Tx tx, Entry entry, FeedId feed) {
    if (!isFree(entry, feed) && tx.update(giveLastBack, entry.feed()) == 0) {
      tx.update(giveBack, entry.feed());
    }
  }

  private boolean isFree(Entry entry, FeedId feed) {
    return entry.message().author().equals(self) || feed.equals(self);
  }
}
