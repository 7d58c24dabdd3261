package org.tidings.feed.search;

import java.util.List;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.Times;
import org.tidings.feed.search.SearchQuery.Term;
import org.tidings.feed.text.Words;

/// How well a post fits a query: by how often the words stand in it, whether early, in how long a
/// text, and by how new it is. Immutable.
final class Ranking {

  /// A post this much older counts half as new.
  private static final double HALF_LIFE_MS = 180.0 * 24 * 60 * 60 * 1000;

  private static final double USUAL_WORDS = 60;

  private final SearchQuery query;

  Ranking(SearchQuery query) {
    this.query = query;
  }

  double score(Post post, Times times) {
    List<Words.Word> words = Words.of(post.text());
    double fit = 1;
    for (Term term : query.terms()) {
      if (!term.isExcluded()) {
        fit += fit(words, term);
      }
    }
    return Math.log(fit) + times.shownMs() / HALF_LIFE_MS * Math.log(2);
  }

  private static double fit(List<Words.Word> words, Term term) {
    int times = Matches.of(words, term).size();
    double length = 1 + words.size() / USUAL_WORDS;
    return times / (times + length);
  }
}
