package org.tidings.feed.index;

import java.util.List;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Tx;

/// The rows of one thread, in the open or private.
///
/// @param from the rows, called `p`
/// @param key parameter 1 in it
/// @param answers to a message called `m`, joined as `s`
/// @param isPrivate whether the thread is
record ThreadRows(String from, Object key, String answers, boolean isPrivate) {

  /// Of longer threads the root and the newest posts are shown.
  private static final int LONGEST = 2_000;

  /// How many posts a thread has, and how many of them may be shown.
  record Counts(int all, int visible) {}

  static ThreadRows open(long thread) {
    return new ThreadRows(
        " FROM posts p WHERE p.thread = ?1",
        thread,
        " JOIN threads t ON t.root = m.id JOIN posts s ON s.thread = t.thread",
        false);
  }

  static ThreadRows secret(MessageId root) {
    return new ThreadRows(
        " FROM private_posts p WHERE p.root = ?1",
        root.bytes(),
        " JOIN private_posts s ON s.root = m.id",
        true);
  }

  /// The newest that may be shown, by arrival.
  List<Long> newest(Tx tx) {
    return tx.list(newestSql(), row -> row.number(1), key, LONGEST);
  }

  private String newestSql() {
    return "SELECT p.arrival"
        + from
        + " AND"
        + Reading.unblocked("p.feed")
        + "ORDER BY p.shown DESC, p.arrival DESC LIMIT ?2";
  }

  Counts counts(Tx tx) {
    return tx.one(
            "SELECT count(*), coalesce(sum(" + Reading.unblocked("p.feed") + "), 0)" + from,
            row -> new Counts(row.integer(1), row.integer(2)),
            key)
        .orElseThrow();
  }

  /// The threads that begin at one of the newest, without the one that begins at the root, those
  /// first that began first. `CROSS` keeps SQLite from going through all threads there are.
  List<SideThread> sides(Tx tx, MessageId root) {
    return tx.list(
        "SELECT at, (SELECT id FROM messages WHERE arrival = first), posts FROM (SELECT m.id AS at,"
            + " s.arrival AS first, min(s.shown) AS began, count(*) AS posts FROM ("
            + newestSql()
            + ") n CROSS JOIN messages m ON m.arrival = n.arrival"
            + answers
            + " WHERE m.id <> ?3 AND"
            + Reading.unblocked("s.feed")
            + "GROUP BY m.id) ORDER BY began, at",
        row ->
            new SideThread(MessageId.of(row.bytes(1)), MessageId.of(row.bytes(2)), row.integer(3)),
        key,
        LONGEST,
        root.bytes());
  }
}
