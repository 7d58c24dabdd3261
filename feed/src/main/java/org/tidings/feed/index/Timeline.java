package org.tidings.feed.index;

import java.util.List;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Tx;

/// The home timeline and the posts of one author. Blocked authors are left out by the query.
/// Thread-safe.
public final class Timeline {

  /// Hops to ask for when everybody is meant, known or not.
  public static final int EVERYBODY = 1_000_000;

  private final Reading reading;

  public Timeline(Reading reading) {
    this.reading = reading;
  }

  /// At most `limit` threads with activity of those, latest activity first, after `after` (start
  /// with [TimelineKey#TOP]).
  public List<ThreadSummary> home(TimelineFilter filter, TimelineKey after, int limit) {
    return reading
        .database()
        .read(tx -> new Summaries(reading, tx).of(filter.places(tx, reading.self(), after, limit)));
  }

  /// At most `limit` posts of one author, newest first, after `after` (start with
  /// [TimelineKey#TOP]).
  public List<PostView> by(FeedId author, TimelineKey after, int limit) {
    return reading.database().read(tx -> by(tx, author, after, limit));
  }

  private List<PostView> by(Tx tx, FeedId author, TimelineKey after, int limit) {
    PostReader posts = new PostReader(reading, tx);
    return FullPage.of(after, limit, (key, most) -> keys(tx, author, key, most), posts::atKeys);
  }

  private List<TimelineKey> keys(Tx tx, FeedId author, TimelineKey after, int limit) {
    return tx.list(
        "SELECT shown, arrival FROM posts WHERE feed = ? AND (shown, arrival) < (?, ?) AND"
            + Reading.unblocked("posts.feed")
            + "ORDER BY shown DESC, arrival DESC LIMIT ?",
        row -> new TimelineKey(row.number(1), row.number(2)),
        reading.numberOf(author),
        after.shownMs(),
        after.arrival(),
        limit);
  }
}
