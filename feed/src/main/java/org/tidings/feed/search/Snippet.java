package org.tidings.feed.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tidings.feed.search.SearchQuery.Term;
import org.tidings.feed.text.Words;

/// The part of a text around what was searched for.
///
/// @param text as it stands in the post, cut between words
/// @param marked where the words that were found stand in it, in order
/// @param isCutBefore whether something stands before it in the post
/// @param isCutAfter whether something follows
public record Snippet(String text, List<Span> marked, boolean isCutBefore, boolean isCutAfter) {

  /// Words shown before the first match, and altogether.
  private static final int WORDS_BEFORE = 8;

  private static final int WORDS = 36;

  public Snippet {
    marked = List.copyOf(marked);
  }

  /// Characters from `start` on, before `end`.
  public record Span(int start, int end) {}

  static Snippet of(String text, SearchQuery query) {
    List<Words.Word> words = Words.of(text);
    List<Matches.Match> matches = new ArrayList<>();
    for (Term term : query.terms()) {
      if (!term.isExcluded()) {
        matches.addAll(Matches.of(words, term));
      }
    }
    matches.sort(Comparator.comparingInt(Matches.Match::first));
    int first = matches.isEmpty() ? 0 : Math.max(0, matches.getFirst().first() - WORDS_BEFORE);
    int last = Math.min(words.size(), first + WORDS) - 1;
    int start = first == 0 ? 0 : words.get(first).start();
    int end = last + 1 >= words.size() ? text.length() : words.get(last).end();
    List<Span> marked = new ArrayList<>();
    for (Matches.Match match : matches) {
      if (match.end() - 1 <= last) {
        marked.add(
            new Span(
                words.get(match.first()).start() - start,
                words.get(match.end() - 1).end() - start));
      }
    }
    return new Snippet(text.substring(start, end), marked, start > 0, end < text.length());
  }
}
