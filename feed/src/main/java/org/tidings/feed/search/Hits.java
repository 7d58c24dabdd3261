package org.tidings.feed.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tidings.feed.index.Placement;
import org.tidings.feed.index.Reading;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.search.SearchQuery.Period;
import org.tidings.feed.store.Tx;

/// The posts an expression finds within a period, from the newest on. Few are looked at all at
/// once; many day by day, week by week where days are thin and hour by hour where they are dense,
/// so that no search takes longer because the log is long. Either way gives the same. Blocked and
/// muted authors are left out by the query. Confined to one transaction.
final class Hits {

  /// So many are looked at all at once.
  private static final int FEW = 1_000;

  /// After so many days, the rest is looked for week by week.
  private static final int DAYS = 10;

  /// Where a day has no more posts than these, it is looked at without asking how many fit.
  private static final int BUSY = 3_000;

  private static final String POSTS_OF_DAY =
      "SELECT count(*) FROM (SELECT 1 FROM posts WHERE shown >= ? AND shown < ? LIMIT ?)";

  private static final String COUNT =
      "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)";

  private static final String NEWEST =
      "SELECT shown, arrival FROM (SELECT m.arrival, "
          + Placement.SHOWN
          + " AS shown"
          + " FROM search s JOIN messages m ON m.arrival = s.rowid WHERE search MATCH ?1 AND"
          + Reading.unblocked("m.feed")
          + "AND"
          + Reading.unmuted("m.feed")
          + ") WHERE (shown, arrival) < (?2, ?3) AND shown >= ?4"
          + " ORDER BY shown DESC, arrival DESC LIMIT ?5";

  private final Tx tx;
  private final Expression expression;
  private final long sinceMs;
  private final TimelineKey until;

  Hits(Tx tx, Expression expression, Period period) {
    this.tx = tx;
    this.expression = expression;
    this.sinceMs = Math.max(0, period.sinceMs().orElse(0));
    this.until =
        period.untilMs().isPresent()
            ? TimelineKey.startingAt(period.untilMs().getAsLong())
            : TimelineKey.TOP;
  }

  /// At most `most` of them, the newest after this place.
  List<TimelineKey> newest(TimelineKey place, int most) {
    TimelineKey after = place.isNewerThan(until) ? until : place;
    return areFew() ? among(expression, after, most) : spanBySpan(after, most);
  }

  private boolean areFew() {
    return !expression.isOpen() && areFew(expression);
  }

  private boolean areFew(Expression these) {
    return tx.one(COUNT, row -> row.integer(1), these.text(), FEW + 1).orElse(0) <= FEW;
  }

  private List<TimelineKey> spanBySpan(TimelineKey place, int most) {
    List<TimelineKey> found = new ArrayList<>();
    Map<Long, Boolean> days = new HashMap<>();
    TimelineKey after = place;
    long newest = newestPost(after);
    while (newest >= sinceMs && found.size() < most) {
      TimeSpan span = span(newest, days);
      found.addAll(among(expression.within(span.word(newest)), after, most - found.size()));
      after = TimelineKey.startingAt(span.start(newest));
      newest = newestPost(after);
    }
    return found;
  }

  /// How much around this time is looked at next: all hits in it are read before the newest are
  /// known.
  ///
  /// @param days when those begin that were looked at, and whether they are dense
  private TimeSpan span(long shownMs, Map<Long, Boolean> days) {
    long day = TimeSpan.DAY.start(shownMs);
    if (!days.containsKey(day) && days.size() == DAYS) {
      return TimeSpan.WEEK;
    }
    return days.computeIfAbsent(day, this::isDense) ? TimeSpan.HOUR : TimeSpan.DAY;
  }

  /// Whether very many are found in the day that begins then.
  boolean isDense(long day) {
    int posts =
        tx.one(POSTS_OF_DAY, row -> row.integer(1), day, TimeSpan.DAY.end(day), BUSY + 1).orElse(0);
    return posts > BUSY && !areFew(expression.within(TimeSpan.DAY.word(day)));
  }

  private List<TimelineKey> among(Expression these, TimelineKey after, int most) {
    return tx.list(
        NEWEST,
        row -> new TimelineKey(row.number(1), row.number(2)),
        these.text(),
        after.shownMs(),
        after.arrival(),
        sinceMs,
        most);
  }

  /// When the newest post after this place was written; -1 when there is none.
  private long newestPost(TimelineKey after) {
    return Math.max(newestPost("posts", after), newestPost("private_posts", after));
  }

  private long newestPost(String table, TimelineKey after) {
    return tx.one(
            "SELECT shown FROM "
                + table
                + " WHERE (shown, arrival) < (?, ?) ORDER BY shown DESC, arrival DESC LIMIT 1",
            row -> row.number(1),
            after.shownMs(),
            after.arrival())
        .orElse(-1L);
  }
}
