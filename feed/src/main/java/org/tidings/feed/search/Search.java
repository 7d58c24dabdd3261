package org.tidings.feed.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.Meaning;
import org.tidings.feed.index.PostReader;
import org.tidings.feed.index.PostReader.Said;
import org.tidings.feed.index.Reading;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.search.SearchPage.Next;
import org.tidings.feed.search.SearchQuery.Place;
import org.tidings.feed.store.Tx;
import org.tidings.feed.text.Words;

/// Finds posts by their words: the newest hits first, a slice of them at a time, each slice ranked
/// in itself. Blocked and muted authors are left out by the query. Thread-safe.
public final class Search {

  /// So many hits are ranked together.
  private static final int SLICE = 100;

  /// So many posts are asked themselves whether they have a word that begins so.
  private static final int CANDIDATES = 400;

  private final Reading reading;

  public Search(Reading reading) {
    this.reading = reading;
  }

  /// What is looked for, by whom.
  private record Wanted(SearchQuery query, Authors authors) {
    Hits hits(Tx tx, SearchQuery part) {
      return new Hits(tx, Expression.of(part, authors.numbers()), part.period());
    }
  }

  /// A message that was found, and how well it fits.
  private record Ranked(Said said, double score) {}

  /// At most `limit` posts, best first.
  ///
  /// @param next where the last page said the next one begins; empty for the first
  public SearchPage posts(SearchQuery query, Optional<Next> next, int limit) {
    Authors authors = Authors.of(query.from(), reading);
    Optional<Unclear> unclear =
        query.unclear().or(authors::unclear).or(() -> nowhere(query.places()));
    if (unclear.isPresent()) {
      return new SearchPage(List.of(), Optional.empty(), unclear);
    }
    if (query.isEmpty()) {
      return SearchPage.NOTHING;
    }
    return reading
        .database()
        .read(tx -> page(tx, new Wanted(query, authors), next.orElse(Next.FIRST), limit));
  }

  /// The first of these places in which no post is.
  private Optional<Unclear> nowhere(List<Place> places) {
    return reading
        .database()
        .read(tx -> places.stream().filter(place -> !isSomething(tx, place)).findFirst())
        .map(place -> new Unclear.Nowhere(place.toString()));
  }

  private static boolean isSomething(Tx tx, Place place) {
    return tx.one(
            "SELECT 1 FROM search WHERE search MATCH ? LIMIT 1", row -> true, Expression.in(place))
        .isPresent();
  }

  private SearchPage page(Tx tx, Wanted wanted, Next next, int limit) {
    PostReader posts = new PostReader(reading, tx);
    Next place = next.ranked().isEmpty() ? slice(tx, posts, wanted, next) : next;
    List<Long> page = place.ranked().subList(0, Math.min(limit, place.ranked().size()));
    List<SearchHit> hits =
        page.stream()
            .flatMap(arrival -> posts.at(arrival).stream())
            .map(post -> new SearchHit(post, Snippet.of(post.post().text(), wanted.query)))
            .toList();
    return new SearchPage(hits, place.beyond(page.size()), Optional.empty());
  }

  /// The next slice, ranked.
  private static Next slice(Tx tx, PostReader posts, Wanted wanted, Next place) {
    List<TimelineKey> keys =
        place.after().map(after -> newest(tx, posts, wanted, after)).orElse(List.of());
    Optional<TimelineKey> after =
        keys.size() < SLICE ? Optional.empty() : Optional.of(keys.getLast());
    return new Next(ranked(posts, wanted.query, keys), after);
  }

  /// The newest hits after this place. Which words begin so, and where those are, SQLite finds out
  /// anew for each question, which takes long where it is many: then enough of the newest posts
  /// that fit otherwise have such a word, and are asked themselves.
  private static List<TimelineKey> newest(
      Tx tx, PostReader posts, Wanted wanted, TimelineKey after) {
    SearchQuery otherwise = wanted.query.withoutBeginnings();
    if (!otherwise.equals(wanted.query)) {
      List<TimelineKey> candidates = wanted.hits(tx, otherwise).newest(after, CANDIDATES);
      List<TimelineKey> fitting =
          candidates.stream().filter(key -> isHit(posts, wanted.query, key)).limit(SLICE).toList();
      if (fitting.size() == SLICE || candidates.size() < CANDIDATES) {
        return fitting;
      }
    }
    return wanted.hits(tx, wanted.query).newest(after, SLICE);
  }

  private static boolean isHit(PostReader posts, SearchQuery query, TimelineKey key) {
    return posts
        .unchecked(key.arrival())
        .filter(
            said ->
                said.content() instanceof Post post
                    && query.isInThreads(said.id(), post)
                    && query.fits(Words.of(Meaning.searched(post))))
        .isPresent();
  }

  private static List<Long> ranked(PostReader posts, SearchQuery query, List<TimelineKey> keys) {
    Ranking ranking = new Ranking(query);
    List<Ranked> ranked = new ArrayList<>();
    for (TimelineKey key : keys) {
      Optional<Said> said = posts.unchecked(key.arrival());
      said.ifPresent(
          found -> {
            if (found.content() instanceof Post post && query.isInThreads(found.id(), post)) {
              ranked.add(new Ranked(found, ranking.score(post, found.times())));
            }
          });
    }
    ranked.sort(
        Comparator.comparingDouble(Ranked::score)
            .reversed()
            .thenComparing(found -> found.said.id().toString()));
    return ranked.stream().map(found -> found.said.times().arrival()).toList();
  }
}
