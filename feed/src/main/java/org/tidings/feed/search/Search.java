package org.tidings.feed.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.PostReader;
import org.tidings.feed.index.PostReader.Said;
import org.tidings.feed.index.Profiles;
import org.tidings.feed.index.Reading;
import org.tidings.feed.search.SearchPage.Next;
import org.tidings.feed.search.SearchQuery.Period;
import org.tidings.feed.store.Tx;

/// Finds posts by their words, best first. Few hits are ranked all together; of many the newest
/// days come first, each slice of them ranked in itself, so that no search takes longer because
/// the log is long. Blocked and muted authors are left out by the query. Thread-safe.
public final class Search {

  /// So many hits are ranked together.
  private static final int SLICE = 100;

  /// A slice that a single day or week overfills ends here.
  private static final int LARGEST_SLICE = 1_000;

  /// Hits are looked for day by day; where so many days have few, week by week.
  private static final int DAYS = 10;

  private static final String HITS =
      "SELECT s.rowid FROM search s JOIN messages m ON m.arrival = s.rowid WHERE search MATCH ?1"
          + " AND max(0, min(CAST(m.claimed AS INTEGER), m.received)) BETWEEN ?2 AND ?3 AND"
          + Reading.unblocked("m.feed")
          + "AND"
          + Reading.unmuted("m.feed")
          + "LIMIT ?4";

  private final Reading reading;
  private final Profiles profiles;

  public Search(Reading reading) {
    this.reading = reading;
    this.profiles = new Profiles(reading);
  }

  /// A message that was found, and how well it fits.
  private record Ranked(Said said, double score) {}

  /// Some hits, and the time before which the next older ones were written; 0 when there are none.
  private record Slice(List<Long> arrivals, long beforeMs) {}

  /// At most `limit` posts, best first.
  ///
  /// @param next where the last page said the next one begins; empty for the first
  public SearchPage posts(SearchQuery query, Optional<Next> next, int limit) {
    Optional<String> expression = new Expression(reading, profiles).of(query);
    if (query.isEmpty() || expression.isEmpty()) {
      return SearchPage.NOTHING;
    }
    return reading.database().read(tx -> page(tx, query, expression.get(), next, limit));
  }

  private SearchPage page(
      Tx tx, SearchQuery query, String expression, Optional<Next> next, int limit) {
    PostReader posts = new PostReader(reading, tx);
    long before = next.map(Next::beforeMs).orElse(Long.MAX_VALUE);
    int skipped = next.map(Next::skipped).orElse(0);
    Slice slice = slice(tx, query.period(), expression, before);
    List<Ranked> ranked = rank(posts, query, slice);
    List<SearchHit> hits =
        ranked.stream()
            .skip(skipped)
            .limit(limit)
            .flatMap(found -> posts.view(found.said).stream())
            .map(post -> new SearchHit(post, Snippet.of(post.post().text(), query)))
            .toList();
    int shown = skipped + hits.size();
    if (shown < ranked.size()) {
      return new SearchPage(hits, Optional.of(new Next(before, shown)));
    }
    return new SearchPage(
        hits, slice.beforeMs > 0 ? Optional.of(new Next(slice.beforeMs, 0)) : Optional.empty());
  }

  private static Slice slice(Tx tx, Period period, String expression, long beforeMs) {
    if (beforeMs == Long.MAX_VALUE) {
      List<Long> all = hits(tx, period, expression, SLICE + 1);
      if (all.size() <= SLICE) {
        return new Slice(all, 0);
      }
    }
    List<Long> found = new ArrayList<>();
    long until = Math.min(period.untilMs().orElse(Long.MAX_VALUE), beforeMs);
    long newest = newestBefore(tx, until);
    for (int days = 0; newest >= period.sinceMs().orElse(0) && found.size() < SLICE; days++) {
      boolean byDay = days < DAYS;
      String span = byDay ? Facets.day(newest) : Facets.week(newest);
      Period rest = new Period(period.sinceMs(), OptionalLong.of(until));
      found.addAll(hits(tx, rest, "(" + expression + ") AND facets : " + span, LARGEST_SLICE));
      until = byDay ? Facets.startOfDay(newest) : Facets.startOfWeek(newest);
      newest = newestBefore(tx, until);
    }
    return new Slice(found, newest >= period.sinceMs().orElse(0) ? until : 0);
  }

  private static List<Long> hits(Tx tx, Period period, String expression, int most) {
    return tx.list(
        HITS,
        row -> row.number(1),
        expression,
        period.sinceMs().orElse(Long.MIN_VALUE),
        period.untilMs().orElse(Long.MAX_VALUE) - 1,
        most);
  }

  /// When the newest post before this time was written; -1 when there is none.
  private static long newestBefore(Tx tx, long untilMs) {
    return tx.one(
            "SELECT max(coalesce((SELECT max(shown) FROM posts WHERE shown < ?1), -1),"
                + " coalesce((SELECT max(shown) FROM private_posts WHERE shown < ?1), -1))",
            row -> row.number(1),
            untilMs)
        .orElse(-1L);
  }

  private static List<Ranked> rank(PostReader posts, SearchQuery query, Slice slice) {
    Ranking ranking = new Ranking(query);
    List<Ranked> ranked = new ArrayList<>();
    for (long arrival : slice.arrivals) {
      posts
          .said(arrival)
          .ifPresent(
              said -> {
                if (said.content() instanceof Post post) {
                  ranked.add(new Ranked(said, ranking.score(post, said.times())));
                }
              });
    }
    ranked.sort(
        Comparator.comparingDouble(Ranked::score)
            .reversed()
            .thenComparing(found -> found.said.id().toString()));
    return ranked;
  }
}
