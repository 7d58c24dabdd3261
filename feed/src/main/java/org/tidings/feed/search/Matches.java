package org.tidings.feed.search;

import java.util.ArrayList;
import java.util.List;
import org.tidings.feed.search.SearchQuery.Term;
import org.tidings.feed.text.Words;

/// Where in a text a term of a query stands. Stateless.
final class Matches {

  private Matches() {}

  /// Each place, as numbers of words: the first, and the one after the last.
  record Match(int first, int end) {}

  static List<Match> of(List<Words.Word> words, Term term) {
    List<Match> matches = new ArrayList<>();
    int length = term.words().size();
    for (int at = 0; at + length <= words.size(); at++) {
      if (isAt(words, at, term)) {
        matches.add(new Match(at, at + length));
      }
    }
    return matches;
  }

  private static boolean isAt(List<Words.Word> words, int at, Term term) {
    int last = term.words().size() - 1;
    for (int i = 0; i <= last; i++) {
      String word = words.get(at + i).folded();
      String wanted = term.words().get(i);
      boolean fits =
          (i == last && term.isBeginning()) ? word.startsWith(wanted) : word.equals(wanted);
      if (!fits) {
        return false;
      }
    }
    return true;
  }
}
