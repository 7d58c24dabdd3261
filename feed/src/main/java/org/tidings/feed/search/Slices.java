package org.tidings.feed.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.Meaning;
import org.tidings.feed.index.PostReader;
import org.tidings.feed.index.PostReader.Said;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.store.Tx;
import org.tidings.feed.text.Words;

/// Finds the newest posts that a query wants, a slice at a time. Which words begin so, and where
/// those are, SQLite finds out anew for each question, which takes long where it is many: so of the
/// posts that fit otherwise the newest are asked themselves, as long as enough of them fit.
/// Confined to one transaction.
final class Slices {

  /// So many are asked themselves at first; then twice as many, and so on.
  private static final int FIRST = 128;

  /// So many altogether.
  private static final int MOST = 15 * FIRST;

  private final PostReader posts;
  private final SearchQuery query;
  private final Hits hits;
  private final Hits otherwise;

  /// @param authors the numbers of the feeds one of which must be the author, if the query says so
  Slices(Tx tx, PostReader posts, SearchQuery query, List<Integer> authors) {
    this.posts = posts;
    this.query = query;
    this.hits = hits(tx, query, authors);
    this.otherwise = hits(tx, query.withoutBeginnings(), authors);
  }

  private static Hits hits(Tx tx, SearchQuery query, List<Integer> authors) {
    return new Hits(tx, Expression.of(query, authors), query.period());
  }

  /// The newest that fit, after this place.
  Slice after(TimelineKey place) {
    return (query.hasBeginnings() ? asked(place) : Optional.<Slice>empty())
        .orElseGet(() -> indexed(place));
  }

  /// As the index says.
  private Slice indexed(TimelineKey place) {
    List<TimelineKey> keys = hits.newest(place, Slice.LARGEST);
    List<Said> found = new ArrayList<>();
    keys.forEach(
        key -> posts.unchecked(key.arrival()).filter(this::isInPlace).ifPresent(found::add));
    return new Slice(
        found, keys.size() < Slice.LARGEST ? Optional.empty() : Optional.of(keys.getLast()));
  }

  /// As the posts themselves say, if that finds enough. A slice may be small then and yet not the
  /// last.
  private Optional<Slice> asked(TimelineKey after) {
    List<Said> found = new ArrayList<>();
    TimelineKey place = after;
    int asked = 0;
    for (int next = FIRST; asked < MOST; next *= 2) {
      List<TimelineKey> keys = otherwise.newest(place, next);
      for (TimelineKey key : keys) {
        place = key;
        posts.unchecked(key.arrival()).filter(this::fits).ifPresent(found::add);
        if (found.size() == Slice.LARGEST) {
          return Optional.of(new Slice(found, Optional.of(place)));
        }
      }
      asked += keys.size();
      if (keys.size() < next) {
        return Optional.of(new Slice(found, Optional.empty()));
      }
      if (!isWorthwhile(found.size(), asked)) {
        return Optional.empty();
      }
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(new Slice(found, Optional.of(place)));
  }

  /// Where few have such a word, SQLite is quick; where few lack one that they must not have, it is
  /// slowest.
  private boolean isWorthwhile(int found, int asked) {
    return query.excludesBeginnings() || found * MOST >= Slice.LARGEST * asked;
  }

  private boolean fits(Said said) {
    return isInPlace(said)
        && said.content() instanceof Post post
        && query.fits(Words.of(Meaning.searched(post)));
  }

  private boolean isInPlace(Said said) {
    return said.content() instanceof Post post && query.isInThreads(said.id(), post);
  }
}
