package org.tidings.feed.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tidings.feed.content.Post;
import org.tidings.feed.conversation.PrivateIndex;
import org.tidings.feed.conversation.SecondReader;
import org.tidings.feed.index.IndexRunner;
import org.tidings.feed.index.PostReader;
import org.tidings.feed.index.PostReader.Said;
import org.tidings.feed.index.Reading;
import org.tidings.feed.index.ThreadIndex;
import org.tidings.feed.search.SearchPage.Next;
import org.tidings.feed.search.SearchQuery.Place;
import org.tidings.feed.store.Tx;

/// Finds posts by their words: the newest hits first, a slice of them at a time, each slice ranked
/// in itself. Blocked and muted authors are left out by the query. Thread-safe.
public final class Search {

  /// The indexes by which posts are found: where there are many, those of threads and of private
  /// messages say in which days to look.
  public static final Set<String> FOUND_BY =
      Set.of(SearchIndex.NAME, ThreadIndex.NAME, PrivateIndex.NAME);

  private final Reading reading;

  public Search(Reading reading) {
    this.reading = reading;
  }

  /// Whether older posts may be missing until all that they are found by has been built, and
  /// private messages have been read.
  public boolean isBehind() {
    return reading
        .database()
        .read(
            tx ->
                Stream.concat(IndexRunner.progress(tx).stream(), SecondReader.progress(tx).stream())
                    .anyMatch(index -> index.isLacking() && FOUND_BY.contains(index.index())));
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
        .read(tx -> page(tx, query, authors.numbers(), next.orElse(Next.FIRST), limit));
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

  private SearchPage page(Tx tx, SearchQuery query, List<Integer> authors, Next next, int limit) {
    PostReader posts = new PostReader(reading, tx);
    Next place =
        next.ranked().isEmpty()
            ? next.after()
                .map(after -> ranked(query, new Slices(tx, posts, query, authors).after(after)))
                .orElse(next)
            : next;
    List<Long> page = place.ranked().subList(0, Math.min(limit, place.ranked().size()));
    List<SearchHit> hits =
        posts.at(page).stream()
            .map(post -> new SearchHit(post, Snippet.of(post.post().text(), query)))
            .toList();
    return new SearchPage(hits, place.beyond(page.size()), Optional.empty());
  }

  private static Next ranked(SearchQuery query, Slice slice) {
    Ranking ranking = new Ranking(query);
    List<Ranked> ranked = new ArrayList<>();
    for (Said said : slice.found()) {
      if (said.content() instanceof Post post) {
        ranked.add(new Ranked(said, ranking.score(post, said.times())));
      }
    }
    ranked.sort(
        Comparator.comparingDouble(Ranked::score)
            .reversed()
            .thenComparing(found -> found.said.id().toString()));
    return new Next(
        ranked.stream().map(found -> found.said.times().arrival()).toList(), slice.older());
  }
}
