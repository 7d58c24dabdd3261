package org.tidings.feed.index;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.index.ThreadMerge.Spot;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.store.Tx;

/// The threads in which near feeds were active last. Where most posts are by near feeds, the newest
/// posts of all tell; where few are, the newest of each near feed do, so that it costs the same
/// however many others there are. Confined to one transaction.
final class ThreadWalk {

  /// For each thread asked for, so many of the newest posts are looked at first.
  private static final int WINDOW = 10;

  private static final String OF_FEED =
      "SELECT thread, shown, arrival FROM posts WHERE feed = ? AND (shown, arrival) < (?, ?)"
          + " ORDER BY shown DESC, arrival DESC LIMIT ?";

  /// Threads called `t` that are muted are left out with this.
  static final String UNMUTED =
      " NOT EXISTS (SELECT 1 FROM muted_threads m WHERE m.root = t.root) ";

  private final Tx tx;
  private final Near near;

  ThreadWalk(Tx tx, Near near) {
    this.tx = tx;
    this.near = near;
  }

  /// A thread and the newest of its posts by a near feed.
  record Place(long thread, MessageId root, TimelineKey key) {}

  /// At most `limit` threads, latest activity first, after `after`.
  List<Place> places(TimelineKey after, int limit) {
    List<Place> places = amongNewest(after, limit);
    return places.size() == limit ? places : feedByFeed(after, limit);
  }

  /// Of the newest posts, those that are near and the newest near ones of their threads.
  private List<Place> amongNewest(TimelineKey after, int limit) {
    return tx.list(
        "SELECT p.thread, t.root, p.shown, p.arrival FROM (SELECT thread, shown, arrival, feed"
            + " FROM posts WHERE (shown, arrival) < (?1, ?2) ORDER BY shown DESC, arrival DESC"
            + " LIMIT ?5) p JOIN threads t USING (thread) WHERE"
            + near.on("p")
            + "AND NOT EXISTS (SELECT 1 FROM posts q WHERE q.thread = p.thread"
            + " AND (q.shown, q.arrival) > (p.shown, p.arrival) AND"
            + near.on("q")
            + ") AND"
            + UNMUTED
            + "ORDER BY p.shown DESC, p.arrival DESC LIMIT ?4",
        row ->
            new Place(
                row.number(1),
                MessageId.of(row.bytes(2)),
                new TimelineKey(row.number(3), row.number(4))),
        after.shownMs(),
        after.arrival(),
        near.parameter(),
        limit,
        WINDOW * limit);
  }

  private List<Place> feedByFeed(TimelineKey after, int limit) {
    return new ThreadMerge(after, this::posts, this::place).places(newestOfEach(after), limit);
  }

  /// For each near feed that wrote something, when that was. From each feed with posts it goes on
  /// to the next near one, and from there to the next with posts: neither many near feeds that are
  /// silent nor many far ones that write are gone through.
  private List<Spot> newestOfEach(TimelineKey after) {
    return tx.list(
        "WITH RECURSIVE writers (feed) AS (SELECT 0 UNION ALL SELECT (SELECT feed FROM posts"
            + " WHERE feed >= "
            + near.after("writers")
            + " ORDER BY feed LIMIT 1) FROM writers WHERE writers.feed IS NOT NULL)"
            + " SELECT f.feed, coalesce((SELECT q.shown FROM posts q WHERE q.feed = f.feed"
            + " AND (q.shown, q.arrival) < (?1, ?2) ORDER BY q.shown DESC, q.arrival DESC LIMIT 1),"
            + " -1) FROM writers f WHERE f.feed > 0 AND"
            + near.on("f"),
        Spot::ahead,
        after.shownMs(),
        after.arrival(),
        near.parameter());
  }

  private List<Spot> posts(long feed, TimelineKey after, int limit) {
    return tx.list(
        OF_FEED,
        row -> new Spot(feed, row.number(1), new TimelineKey(row.number(2), row.number(3))),
        feed,
        after.shownMs(),
        after.arrival(),
        limit);
  }

  /// The thread whose newest near post this is, unless it is muted.
  private Optional<Place> place(Spot spot) {
    return tx.one(
        "SELECT t.root FROM threads t WHERE t.thread = ?4 AND"
            + UNMUTED
            + "AND NOT EXISTS (SELECT 1 FROM posts q WHERE q.thread = t.thread"
            + " AND (q.shown, q.arrival) > (?1, ?2) AND"
            + near.on("q")
            + ")",
        row -> new Place(spot.thread(), MessageId.of(row.bytes(1)), spot.key()),
        spot.key().shownMs(),
        spot.key().arrival(),
        near.parameter(),
        spot.thread());
  }
}
