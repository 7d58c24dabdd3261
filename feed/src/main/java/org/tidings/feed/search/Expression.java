package org.tidings.feed.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tidings.feed.search.SearchQuery.Place;
import org.tidings.feed.search.SearchQuery.Term;

/// A query in the words of SQLite's full-text index. Everything typed is quoted, so nothing in it
/// is taken for syntax.
///
/// @param wanted all of these must be there
/// @param unwanted none of these may
record Expression(List<String> wanted, List<String> unwanted) {

  Expression {
    wanted = List.copyOf(wanted);
    unwanted = List.copyOf(unwanted);
  }

  /// The expression for a query that asks for something, and the numbers of the feeds one of which
  /// must be the author, if the query says so.
  static Expression of(SearchQuery query, List<Integer> authors) {
    List<String> wanted = new ArrayList<>();
    List<String> unwanted = new ArrayList<>();
    for (Term term : query.terms()) {
      (term.isExcluded() ? unwanted : wanted).add("said : " + quoted(term));
    }
    query.places().forEach(place -> wanted.add(in(place)));
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
    return new Expression(wanted, unwanted);
  }

  /// What finds everything in a channel or thread.
  static String in(Place place) {
    return "facets : "
        + switch (place) {
          case Place.InChannel(String name) -> Facets.channel(name);
          case Place.InThread(var root) -> Facets.thread(root);
        };
  }

  /// Whether every post fits that is not unwanted, which only [#within] can say.
  boolean isOpen() {
    return wanted.isEmpty();
  }

  /// The same within the hour, day or week of this word.
  Expression within(String span) {
    return new Expression(
        Stream.concat(wanted.stream(), Stream.of("facets : " + span)).toList(), unwanted);
  }

  /// All that is unwanted in one place: SQLite takes no deep nesting.
  String text() {
    String all = wanted.stream().collect(Collectors.joining(") AND (", "(", ")"));
    return unwanted.isEmpty() ? all : "(" + all + ") NOT (" + String.join(" OR ", unwanted) + ")";
  }

  /// A phrase of several words that stand next to each other. Words hold letters and digits only.
  private static String quoted(Term term) {
    return "\"" + String.join(" ", term.words()) + "\"" + (term.isBeginning() ? " *" : "");
  }
}
