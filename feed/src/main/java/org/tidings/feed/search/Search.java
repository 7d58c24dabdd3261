package org.tidings.feed.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tidings.feed.index.PostReader;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.Profiles;
import org.tidings.feed.index.Reading;
import org.tidings.feed.search.SearchPage.Next;
import org.tidings.feed.store.Tx;

/// Finds posts by their words, best first. Few hits are ranked all together; of many the newest
/// weeks come first, each slice of them ranked in itself, so that no search takes longer because
/// the log is long. Blocked and muted authors are left out by the query. Thread-safe.
public final class Search {

  /// So many hits are ranked together.
  private static final int SLICE = 400;

  /// A slice that single weeks overfill ends here.
  private static final int LARGEST_SLICE = 2_000;

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

  /// A post that was found, and how well it fits.
  private record Ranked(PostView post, double score) {}

  /// Some hits, and the week before which the next older ones are.
  private record Slice(List<Long> arrivals, int week) {}

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
    int before = next.map(Next::beforeWeek).orElse(Integer.MAX_VALUE);
    int skipped = next.map(Next::skipped).orElse(0);
    Slice slice = slice(tx, query, expression, before);
    List<Ranked> ranked = rank(tx, query, slice);
    List<SearchHit> hits =
        ranked.stream()
            .skip(skipped)
            .limit(limit)
            .map(found -> new SearchHit(found.post, Snippet.of(found.post.post().text(), query)))
            .toList();
    int shown = skipped + hits.size();
    if (shown < ranked.size()) {
      return new SearchPage(hits, Optional.of(new Next(before, shown)));
    }
    return new SearchPage(
        hits, slice.week > 0 ? Optional.of(new Next(slice.week, 0)) : Optional.empty());
  }

  private Slice slice(Tx tx, SearchQuery query, String expression, int before) {
    if (before == Integer.MAX_VALUE) {
      List<Long> all = hits(tx, query, expression, SLICE + 1);
      if (all.size() <= SLICE) {
        return new Slice(all, 0);
      }
    }
    List<Long> found = new ArrayList<>();
    long until = Math.min(query.period().untilMs().orElse(Long.MAX_VALUE), Facets.startOf(before));
    OptionalInt week = weekBefore(tx, until);
    while (week.isPresent() && found.size() < SLICE) {
      String inWeek = "(" + expression + ") AND facets : " + Facets.week(week.getAsInt());
      found.addAll(hits(tx, query, inWeek, LARGEST_SLICE));
      until = Facets.startOf(week.getAsInt());
      week =
          until > query.period().sinceMs().orElse(0) ? weekBefore(tx, until) : OptionalInt.empty();
    }
    return new Slice(found, week.isPresent() ? week.getAsInt() + 1 : 0);
  }

  private static List<Long> hits(Tx tx, SearchQuery query, String expression, int most) {
    return tx.list(
        HITS,
        row -> row.number(1),
        expression,
        query.period().sinceMs().orElse(Long.MIN_VALUE),
        query.period().untilMs().orElse(Long.MAX_VALUE) - 1,
        most);
  }

  /// The newest week before this time in which anything was posted.
  private static OptionalInt weekBefore(Tx tx, long untilMs) {
    long newest =
        tx.one(
                "SELECT max(coalesce((SELECT max(shown) FROM posts WHERE shown < ?1), -1),"
                    + " coalesce((SELECT max(shown) FROM private_posts WHERE shown < ?1), -1))",
                row -> row.number(1),
                untilMs)
            .orElse(-1L);
    return newest < 0 ? OptionalInt.empty() : OptionalInt.of(Facets.weekOf(newest));
  }

  private List<Ranked> rank(Tx tx, SearchQuery query, Slice slice) {
    PostReader posts = new PostReader(reading, tx);
    Ranking ranking = new Ranking(query);
    List<Ranked> ranked = new ArrayList<>();
    for (long arrival : slice.arrivals) {
      posts.at(arrival).ifPresent(post -> ranked.add(new Ranked(post, ranking.score(post))));
    }
    ranked.sort(
        Comparator.comparingDouble(Ranked::score)
            .reversed()
            .thenComparing(found -> found.post.id().toString()));
    return ranked;
  }
}
