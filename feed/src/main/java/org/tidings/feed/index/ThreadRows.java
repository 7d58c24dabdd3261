package org.tidings.feed.index;

import java.util.List;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Tx;

/// The rows of one thread, in the open or private.
///
/// @param from the rows, called `p`
/// @param key parameter 1 in it
/// @param answers the rows of the thread that begins at a message called `m`, called `s`
/// @param isPrivate whether the thread is
record ThreadRows(String from, Object key, String answers, boolean isPrivate) {

  private static final String FIRST = "ORDER BY s.shown, s.arrival LIMIT 1)";

  static ThreadRows open(long thread) {
    return new ThreadRows(
        " FROM posts p WHERE p.thread = ?1",
        thread,
        " FROM threads t JOIN posts s ON s.thread = t.thread WHERE t.root = m.id AND",
        false);
  }

  static ThreadRows secret(MessageId root) {
    return new ThreadRows(
        " FROM private_posts p WHERE p.root = ?1",
        root.bytes(),
        " FROM private_posts s WHERE s.root = m.id AND",
        true);
  }

  /// The newest that may be shown, by arrival.
  List<Long> newest(Tx tx, int most) {
    return tx.list(newestSql(), row -> row.number(1), key, most);
  }

  /// How many may be shown from this place to the newest; `most` stands for more.
  int from(Tx tx, TimelineKey place, int most) {
    return tx.one(
            "SELECT count(*) FROM (SELECT 1"
                + from
                + " AND (p.shown, p.arrival) >= (?2, ?3) AND"
                + Reading.unblocked("p.feed")
                + "LIMIT ?4)",
            row -> row.integer(1),
            key,
            place.shownMs(),
            place.arrival(),
            most)
        .orElse(0);
  }

  /// Of the newest `most` that may be shown, how many there are from the first that came after
  /// `arrival` on: a long thread is not gone through for one that stands farther back.
  int since(Tx tx, long arrival, int most) {
    List<Long> newest = newest(tx, most);
    int since = newest.size();
    while (since > 0 && newest.get(since - 1) <= arrival) {
      since--;
    }
    return since;
  }

  private String newestSql() {
    return "SELECT p.arrival"
        + from
        + " AND"
        + Reading.unblocked("p.feed")
        + "ORDER BY p.shown DESC, p.arrival DESC LIMIT ?2";
  }

  /// How many may be shown; `most` stands for more.
  int visible(Tx tx, int most) {
    return tx.one("SELECT count(*) FROM (" + newestSql() + ")", row -> row.integer(1), key, most)
        .orElse(0);
  }

  /// How many of the newest `most` may not be shown.
  int hidden(Tx tx, int most) {
    return tx.one(
            "SELECT count(*) FROM (SELECT p.feed"
                + from
                + " ORDER BY p.shown DESC, p.arrival DESC LIMIT ?2) h WHERE NOT"
                + Reading.unblocked("h.feed"),
            row -> row.integer(1),
            key,
            most)
        .orElse(0);
  }

  /// The threads that begin at one of the newest, without the one that begins at the root, those
  /// first that began first. `CROSS` keeps SQLite from going through all threads there are.
  ///
  /// @param counted so many of their posts, which stand for more
  List<SideThread> sides(Tx tx, MessageId root, int most, int counted) {
    String seen = answers + Reading.unblocked("s.feed");
    return tx.list(
        "SELECT at, (SELECT id FROM messages WHERE arrival = first), posts FROM (SELECT m.id AS at,"
            + " (SELECT s.shown"
            + seen
            + FIRST
            + " AS began, (SELECT s.arrival"
            + seen
            + FIRST
            + " AS first, (SELECT count(*) FROM (SELECT 1"
            + seen
            + "LIMIT ?4)) AS posts FROM ("
            + newestSql()
            + ") n CROSS JOIN messages m ON m.arrival = n.arrival WHERE m.id <> ?3)"
            + " WHERE first IS NOT NULL ORDER BY began, at",
        row ->
            new SideThread(MessageId.of(row.bytes(1)), MessageId.of(row.bytes(2)), row.integer(3)),
        key,
        most,
        root.bytes(),
        counted);
  }
}
