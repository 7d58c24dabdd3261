package org.tidings.feed.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.tidings.feed.ref.ChannelName;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.search.SearchQuery.Period;
import org.tidings.feed.search.SearchQuery.Place;
import org.tidings.feed.search.SearchQuery.Term;
import org.tidings.feed.text.Words;

/// A query on its way from text to record: takes what was typed part by part. Never fails; not
/// thread-safe.
final class QueryParts {

  /// Far more words than anybody types.
  private static final int MOST_WORDS = 1_000;

  private static final Set<String> FILTERS = Set.of("from", "in", "since", "until");

  private final ZoneId zone;
  private final List<Term> terms = new ArrayList<>();
  private final List<String> from = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private Optional<Boolean> secrecy = Optional.empty();
  private Period period = Period.ALWAYS;
  private Optional<Unclear> unclear = Optional.empty();

  QueryParts(ZoneId zone) {
    this.zone = zone;
  }

  SearchQuery query() {
    int words = terms.stream().mapToInt(term -> term.words().size()).sum();
    if (words + from.size() + places.size() > MOST_WORDS) {
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
    if (isKnown && isExcluded && !value.isBlank()) {
      unclear = Optional.of(new Unclear.Excluded(value));
    }
    return isKnown;
  }

  private boolean filter(String name, String value) {
    String filter = name.toLowerCase(Locale.ROOT);
    if (!FILTERS.contains(filter)) {
      return false;
    }
    if (value.isBlank()) {
      unclear = Optional.of(new Unclear.NoValue(filter));
    } else if (filter.equals("from")) {
      from.add(value);
    } else if (filter.equals("in")) {
      place(value);
    } else {
      time(filter, value);
    }
    return true;
  }

  private void place(String value) {
    boolean isPrivate = value.equalsIgnoreCase("private");
    if (isPrivate || value.equalsIgnoreCase("public")) {
      secrecy = Optional.of(isPrivate);
      return;
    }
    MessageId.parse(value)
        .<Place>map(Place.InThread::new)
        .or(() -> ChannelName.normalise(value).map(Place.InChannel::new))
        .ifPresentOrElse(places::add, () -> unclear = Optional.of(new Unclear.Nowhere(value)));
  }

  private void time(String filter, String value) {
    Optional<Period> span = span(value);
    if (span.isEmpty()) {
      unclear = Optional.of(new Unclear.NoDate(value));
    } else if (filter.equals("since")) {
      period = new Period(span.get().sinceMs(), period.untilMs());
    } else {
      period = new Period(period.sinceMs(), span.get().untilMs());
    }
  }

  /// The whole day, month or year.
  private Optional<Period> span(String text) {
    return date(text)
        .map(
            first ->
                new Period(
                    OptionalLong.of(startOf(first)),
                    OptionalLong.of(startOf(after(first, text.length())))));
  }

  private static LocalDate after(LocalDate first, int length) {
    return switch (length) {
      case 4 -> first.plusYears(1);
      case 7 -> first.plusMonths(1);
      default -> first.plusDays(1);
    };
  }

  private long startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
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
