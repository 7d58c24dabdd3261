package org.tidings.feed.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tidings.feed.index.Byline;
import org.tidings.feed.index.Profiles;
import org.tidings.feed.index.Reading;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.search.SearchQuery.Place;
import org.tidings.feed.search.SearchQuery.Term;

/// A query in the words of SQLite's full-text index. Everything typed is quoted, so nothing in it
/// is taken for syntax. Thread-safe.
final class Expression {

  /// Of feeds that share a name so many are looked at.
  private static final int NAMESAKES = 20;

  private final Reading reading;
  private final Profiles profiles;

  Expression(Reading reading, Profiles profiles) {
    this.reading = reading;
    this.profiles = profiles;
  }

  /// Empty when nothing can be found: nobody has the name asked for.
  Optional<String> of(SearchQuery query) {
    List<String> wanted = new ArrayList<>();
    List<String> unwanted = new ArrayList<>();
    for (Term term : query.terms()) {
      (term.isExcluded() ? unwanted : wanted).add("said : " + quoted(term));
    }
    query.places().forEach(place -> wanted.add("facets : " + facet(place)));
    if (!query.from().isEmpty()) {
      List<String> authors = authors(query.from());
      if (authors.isEmpty()) {
        return Optional.empty();
      }
      wanted.add("facets : (" + String.join(" OR ", authors) + ")");
    }
    query
        .secrecy()
        .ifPresent(isPrivate -> (isPrivate ? wanted : unwanted).add("facets : " + Facets.PRIVATE));
    return wanted.isEmpty() ? Optional.empty() : Optional.of(joined(wanted, unwanted));
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

  private List<String> authors(List<String> names) {
    return names.stream()
        .flatMap(name -> feeds(name).stream())
        .map(reading::numberOf)
        .filter(number -> number > 0)
        .map(Facets::author)
        .distinct()
        .toList();
  }

  private List<FeedId> feeds(String name) {
    Optional<FeedId> id = FeedId.parse(name);
    return id.isPresent()
        ? List.of(id.get())
        : profiles.named(name.startsWith("@") ? name.substring(1) : name, NAMESAKES).stream()
            .map(Byline::id)
            .toList();
  }
}
