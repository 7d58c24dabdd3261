package org.tidings.feed.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidings.feed.ref.ChannelName;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.text.Words;

/// What somebody typed into the search field: words, `"exact phrases"`, `-without`, `begin*`, and
/// filters `from:name` or `from:@id`, `in:#channel`, `in:%thread`, `in:private`, `in:public`,
/// `#channel`, `since:2024-05-01`, `until:2024`. What is no filter is a word. Immutable.
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

  /// Far more words than anybody types.
  private static final int MOST_WORDS = 1_000;

  private static final Pattern PART =
      Pattern.compile("(-?)(?:\"([^\"]*)\"?|(from|in|since|until):\"([^\"]*)\"?|(\\S+))");

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
    record InChannel(String name) implements Place {}

    record InThread(MessageId root) implements Place {}
  }

  /// A span of time, epoch milliseconds: from the first on, before the second.
  public record Period(OptionalLong sinceMs, OptionalLong untilMs) {
    static final Period ALWAYS = new Period(OptionalLong.empty(), OptionalLong.empty());
  }

  /// Reads what was typed; never fails.
  public static SearchQuery parse(String typed) {
    Parts parts = new Parts();
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

  /// Whether there is anything to look for.
  public boolean isEmpty() {
    return terms.stream().allMatch(Term::isExcluded)
        && from.isEmpty()
        && places.isEmpty()
        && secrecy.filter(isPrivate -> isPrivate).isEmpty();
  }

  /// A query on its way from text to record.
  private static final class Parts {

    private final List<Term> terms = new ArrayList<>();
    private final List<String> from = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private Optional<Boolean> secrecy = Optional.empty();
    private Period period = Period.ALWAYS;
    private Optional<Unclear> unclear = Optional.empty();

    SearchQuery query() {
      if (terms.stream().mapToInt(term -> term.words.size()).sum() > MOST_WORDS) {
        unclear = Optional.of(new Unclear.TooManyWords(MOST_WORDS));
      }
      return new SearchQuery(terms, from, places, secrecy, period, unclear);
    }

    void word(String text, boolean isExcluded) {
      int colon = text.indexOf(':');
      if (text.startsWith("#") && ChannelName.normalise(text).isPresent()) {
        filter("in", text, isExcluded);
      } else if (colon <= 0
          || !filter(text.substring(0, colon), text.substring(colon + 1), isExcluded)) {
        term(text, isExcluded);
      }
    }

    void term(String text, boolean isExcluded) {
      List<String> words = Words.of(text).stream().map(Words.Word::folded).toList();
      if (!words.isEmpty()) {
        terms.add(new Term(words, text.endsWith("*"), isExcluded));
      }
    }

    /// Returns whether this is a filter we know.
    boolean filter(String name, String value, boolean isExcluded) {
      boolean isKnown = filter(name, value);
      if (isKnown && isExcluded) {
        unclear = Optional.of(new Unclear.Excluded(value));
      }
      return isKnown;
    }

    private boolean filter(String name, String value) {
      return switch (name) {
        case "from" -> !value.isBlank() && from.add(value);
        case "in" -> place(value);
        case "since", "until" -> !value.isBlank() && time(name, value);
        default -> false;
      };
    }

    private boolean place(String value) {
      if (value.equals("private") || value.equals("public")) {
        secrecy = Optional.of(value.equals("private"));
        return true;
      }
      Optional<Place> place =
          MessageId.parse(value)
              .<Place>map(Place.InThread::new)
              .or(() -> ChannelName.normalise(value).map(Place.InChannel::new));
      place.ifPresent(places::add);
      return place.isPresent();
    }

    private boolean time(String name, String value) {
      Optional<LocalDate> day = date(value);
      if (day.isEmpty()) {
        unclear = Optional.of(new Unclear.NoDate(value));
      } else if (name.equals("since")) {
        period = new Period(OptionalLong.of(startOf(day.get())), period.untilMs);
      } else {
        period = new Period(period.sinceMs, OptionalLong.of(startOf(day.get())));
      }
      return true;
    }

    private static long startOf(LocalDate day) {
      return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private static Optional<LocalDate> date(String text) {
      try {
        return Optional.of(
            switch (text.length()) {
              case 4 -> Year.parse(text).atDay(1);
              case 7 -> YearMonth.parse(text).atDay(1);
              case 10 -> LocalDate.parse(text);
              default -> throw new DateTimeException("no day, month or year");
            });
      } catch (DateTimeException noDate) {
        return Optional.empty();
      }
    }
  }
}
