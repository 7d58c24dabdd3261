package org.tidings.feed.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tidings.feed.search.SearchQuery.Place;
import org.tidings.feed.search.SearchQuery.Term;

/// A query in the words of SQLite's full-text index. Everything typed is quoted, so nothing in it
/// is taken for syntax. Stateless.
final class Expression {

  private Expression() {}

  /// The expression for a query that asks for something, and the numbers of the feeds one of which
  /// must be the author, if the query says so.
  static String of(SearchQuery query, List<Integer> authors) {
    List<String> wanted = new ArrayList<>();
    List<String> unwanted = new ArrayList<>();
    for (Term term : query.terms()) {
      (term.isExcluded() ? unwanted : wanted).add("said : " + quoted(term));
    }
    query.places().forEach(place -> wanted.add("facets : " + facet(place)));
    if (!query.from().isEmpty()) {
      wanted.add(
          authors.stream()
              .map(Facets::author)
              .distinct()
              .collect(Collectors.joining(" OR ", "facets : (", ")")));
    }
    query
        .secrecy()
        .ifPresent(isPrivate -> (isPrivate ? wanted : unwanted).add("facets : " + Facets.PRIVATE));
    return joined(wanted, unwanted);
  }

  /// All that is unwanted in one place: SQLite takes no deep nesting.
  private static String joined(List<String> wanted, List<String> unwanted) {
    String all = wanted.stream().collect(Collectors.joining(") AND (", "(", ")"));
    return unwanted.isEmpty() ? all : "(" + all + ") NOT (" + String.join(" OR ", unwanted) + ")";
  }

  /// A phrase of several words that stand next to each other. Words hold letters and digits only.
  private static String quoted(Term term) {
    return "\"" + String.join(" ", term.words()) + "\"" + (term.isBeginning() ? " *" : "");
  }

  private static String facet(Place place) {
    return switch (place) {
      case Place.InChannel(String name) -> Facets.channel(name);
      case Place.InThread(var root) -> Facets.thread(root);
    };
  }
}
