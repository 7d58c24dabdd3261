package org.tidings.feed.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Tx;

/// The home timeline and the posts of one author. Blocked authors are left out by the query.
/// Thread-safe.
public final class Timeline {

  /// Hops to ask for when everybody is meant, known or not.
  public static final int EVERYBODY = 1_000_000;

  /// Replies shown under a thread.
  private static final int ROLLED_UP = 2;

  /// So many posts of a thread are looked at, the newest: the one it began with, those shown, as
  /// many as are counted, and one by which it is known that there are more.
  private static final int LOOKED_AT = 1 + ROLLED_UP + ThreadSummary.MANY + 1;

  /// Of the newest posts of thread 1, so many as parameter 2 says, whether the person may come
  /// across them.
  private static final String NEWEST =
      " FROM (SELECT shown, arrival, feed,"
          + Reading.unblocked("posts.feed")
          + "AND"
          + Reading.unmuted("posts.feed")
          + "AS visible FROM posts WHERE thread = ?1 ORDER BY shown DESC, arrival DESC LIMIT ?2) ";

  private final Reading reading;

  public Timeline(Reading reading) {
    this.reading = reading;
  }

  /// At most `limit` threads with activity of those, latest activity first, after `after` (start
  /// with [TimelineKey#TOP]).
  public List<ThreadSummary> home(TimelineFilter filter, TimelineKey after, int limit) {
    return reading
        .database()
        .read(tx -> summaries(tx, filter.places(tx, reading.self(), after, limit)));
  }

  private List<ThreadSummary> summaries(Tx tx, List<ThreadWalk.Place> places) {
    PostReader posts = new PostReader(reading, tx);
    Set<Integer> muted = Set.copyOf(tx.list("SELECT feed FROM muted_feeds", row -> row.integer(1)));
    return places.stream().map(place -> summary(tx, posts, muted, place)).toList();
  }

  private ThreadSummary summary(
      Tx tx, PostReader posts, Set<Integer> muted, ThreadWalk.Place place) {
    // A post that is private is not where the open thread begins that answers it.
    Optional<PostView> opening =
        posts
            .find(place.root())
            .filter(post -> !post.isPrivate())
            .filter(post -> !muted.contains(reading.numberOf(post.by().id())));
    long openingArrival = opening.map(post -> post.times().arrival()).orElse(-1L);
    List<PostView> newest = new ArrayList<>();
    tx.list(
            "SELECT arrival"
                + NEWEST
                + "WHERE visible AND arrival <> ?3 ORDER BY shown DESC, arrival DESC LIMIT ?4",
            row -> row.number(1),
            place.thread(),
            LOOKED_AT,
            openingArrival,
            ROLLED_UP)
        .forEach(arrival -> posts.at(arrival).ifPresent(newest::addFirst));
    return new ThreadSummary(
        place.root(),
        opening,
        opening.isPresent()
            ? Optional.empty()
            : Optional.of(new AbsenceReader(reading, posts, tx).of(place.root())),
        newest,
        counts(tx, place, openingArrival),
        place.key());
  }

  private ThreadSummary.Counts counts(Tx tx, ThreadWalk.Place place, long openingArrival) {
    return tx.one(
            "SELECT coalesce(sum(visible AND arrival <> ?3), 0), coalesce(sum(visible AND feed <>"
                + " ?4 AND arrival > coalesce((SELECT arrival FROM read_marks WHERE root = ?5),"
                + " 0)), 0), count(*) = ?2"
                + NEWEST,
            row -> new ThreadSummary.Counts(row.integer(1), row.integer(2), row.integer(3) == 1),
            place.thread(),
            LOOKED_AT,
            openingArrival,
            reading.self(),
            place.root().bytes())
        .orElseThrow();
  }

  /// At most `limit` posts of one author, newest first, after `after` (start with
  /// [TimelineKey#TOP]).
  public List<PostView> by(FeedId author, TimelineKey after, int limit) {
    return reading.database().read(tx -> by(tx, author, after, limit));
  }

  private List<PostView> by(Tx tx, FeedId author, TimelineKey after, int limit) {
    PostReader posts = new PostReader(reading, tx);
    return FullPage.of(
        after, limit, (key, most) -> keys(tx, author, key, most), key -> posts.at(key.arrival()));
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
