package org.tidings.feed.search;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidings.feed.content.Post;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.text.Words;

/// What somebody typed into the search field: words, `"exact phrases"`, `-without`, `begin*`, and
/// filters `from:name` or `from:@id`, `in:#channel`, `in:%thread`, `in:private`, `in:public`,
/// `#channel`, `since:2024-05-01`, `until:2024`, which is to the end of that year. Filters may be
/// written in any case. What is no filter is a word. Immutable.
///
/// @param terms all of them must be found
/// @param from names or ids; one of them must be the author
/// @param places channels and threads; the post must be in all of them
/// @param secrecy whether only private or only public posts are meant
/// @param period when it was written
/// @param unclear what in it cannot be understood, if anything
public record SearchQuery(
    List<Term> terms,
    List<String> from,
    List<Place> places,
    Optional<Boolean> secrecy,
    Period period,
    Optional<Unclear> unclear) {

  private static final Pattern PART =
      Pattern.compile("(-(?!-)|)(?:\"([^\"]*)\"?|((?i:from|in|since|until)):\"([^\"]*)\"?|(\\S+))");

  public SearchQuery {
    terms = List.copyOf(terms);
    from = List.copyOf(from);
    places = List.copyOf(places);
  }

  /// Words that must stand next to each other, or must not stand there at all.
  ///
  /// @param words folded
  /// @param isBeginning whether the last may go on
  public record Term(List<String> words, boolean isBeginning, boolean isExcluded) {
    public Term {
      words = List.copyOf(words);
    }
  }

  /// Where a post must be.
  public sealed interface Place {
    /// Written as `#name`.
    record InChannel(String name) implements Place {
      @Override
      public String toString() {
        return "#" + name;
      }
    }

    /// Written as the id of its root.
    record InThread(MessageId root) implements Place {
      @Override
      public String toString() {
        return root.toString();
      }
    }
  }

  /// A span of time, epoch milliseconds: from the first on, before the second.
  public record Period(OptionalLong sinceMs, OptionalLong untilMs) {
    static final Period ALWAYS = new Period(OptionalLong.empty(), OptionalLong.empty());
  }

  /// Reads what was typed by somebody of whom nobody knows where they are: days are those of UTC.
  /// Never fails.
  public static SearchQuery parse(String typed) {
    return parse(typed, ZoneOffset.UTC);
  }

  /// Reads what was typed; never fails.
  ///
  /// @param zone whose days, months and years are meant
  public static SearchQuery parse(String typed, ZoneId zone) {
    QueryParts parts = new QueryParts(zone);
    Matcher part = PART.matcher(typed);
    while (part.find()) {
      boolean isExcluded = !part.group(1).isEmpty();
      if (part.group(2) != null) {
        parts.term(part.group(2), isExcluded);
      } else if (part.group(3) != null) {
        parts.filter(part.group(3), part.group(4), isExcluded);
      } else {
        parts.word(part.group(5), isExcluded);
      }
    }
    return parts.query();
  }

  /// The same without what is said of how words begin.
  SearchQuery withoutBeginnings() {
    List<Term> whole = terms.stream().filter(term -> !term.isBeginning()).toList();
    return new SearchQuery(whole, from, places, secrecy, period, unclear);
  }

  boolean hasBeginnings() {
    return terms.stream().anyMatch(Term::isBeginning);
  }

  /// Whether there is a word that must not begin so.
  boolean excludesBeginnings() {
    return terms.stream().anyMatch(term -> term.isBeginning() && term.isExcluded());
  }

  /// Whether a text of these words says what it has to, and nothing that it must not.
  boolean fits(List<Words.Word> words) {
    return terms.stream().allMatch(term -> term.isExcluded() == Matches.of(words, term).isEmpty());
  }

  /// Whether a post stands in every thread that is asked for: the index knows no whole ids.
  boolean isInThreads(MessageId id, Post post) {
    MessageId thread = post.place().root().orElse(id);
    return places.stream()
        .allMatch(
            place -> !(place instanceof Place.InThread(MessageId root)) || root.equals(thread));
  }

  /// Whether there is anything to look for.
  public boolean isEmpty() {
    return terms.stream().allMatch(Term::isExcluded)
        && from.isEmpty()
        && places.isEmpty()
        && secrecy.isEmpty()
        && period.equals(Period.ALWAYS);
  }
}
