package org.tidings.feed.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.search.SearchQuery.Place;
import org.tidings.feed.search.SearchQuery.Term;

class SearchQueryTest {

  @Test
  void wordsAreFoldedTerms() {
    assertThat(SearchQuery.parse("Café  GARDEN").terms())
        .containsExactly(
            new Term(List.of("cafe"), false, false), new Term(List.of("garden"), false, false));
  }

  @Test
  void quotesMakePhrasesAndAMinusExcludes() {
    assertThat(SearchQuery.parse("\"slow boat\" -harbour gard*").terms())
        .containsExactly(
            new Term(List.of("slow", "boat"), false, false),
            new Term(List.of("harbour"), false, true),
            new Term(List.of("gard"), true, false));
  }

  @Test
  void twoDashesExcludeNothing() {
    assertThat(SearchQuery.parse("--force").terms())
        .containsExactly(new Term(List.of("force"), false, false));
  }

  @Test
  void filtersAreTakenApart() {
    var thread = SomeFeed.of("ann").post("x").id();
    SearchQuery query =
        SearchQuery.parse(
            "from:\"Ann B\" #Solar-Punk in:%s in:private since:2024 until:2024-06"
                .formatted(thread));
    assertThat(query.from()).containsExactly("Ann B");
    assertThat(query.places())
        .containsExactly(new Place.InChannel("solar-punk"), new Place.InThread(thread));
    assertThat(query.secrecy()).isEqualTo(Optional.of(true));
    assertThat(query.period().sinceMs()).isEqualTo(OptionalLong.of(1_704_067_200_000L));
    assertThat(query.period().untilMs()).isEqualTo(OptionalLong.of(1_719_792_000_000L));
    assertThat(query.terms()).isEmpty();
  }

  @Test
  void whatIsNoFilterIsSearchedFor() {
    assertThat(SearchQuery.parse("re: https://a.example").terms())
        .containsExactly(
            new Term(List.of("re"), false, false),
            new Term(List.of("https", "a", "example"), false, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "  ", "-", "\"", "\"\"", "from:", "-word", "***", "( ) AND OR", "in:"})
  void nothingTypedFails(String typed) {
    assertThat(SearchQuery.parse(typed).places()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "+999999999-12-31", "2024-13", "2024-02-30", "20240501"})
  void whatIsNoDateIsSaid(String typed) {
    SearchQuery query = SearchQuery.parse("boat since:" + typed);
    assertThat(query.unclear()).contains(new Unclear.NoDate(typed));
    assertThat(SearchQuery.parse("boat until:" + typed).unclear()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"from:", "in:", "since: the", "UNTIL:", "-from:", "from:\"\""})
  void aFilterOfNothingIsSaid(String typed) {
    assertThat(SearchQuery.parse("boat " + typed).unclear())
        .containsInstanceOf(Unclear.NoValue.class);
  }

  @ParameterizedTest
  @CsvSource({"since:2024, Since:2024", "from:ann, FROM:ann", "in:private, In:Private"})
  void filtersMayBeWrittenInAnyCase(String usual, String typed) {
    assertThat(SearchQuery.parse(typed)).isEqualTo(SearchQuery.parse(usual));
  }

  @ParameterizedTest
  @CsvSource({"2021, 2022-01-01", "2021-12, 2022-01-01", "2021-02-28, 2021-03-01"})
  void untilADayMonthOrYearIsToItsEnd(String typed, LocalDate end) {
    assertThat(SearchQuery.parse("until:" + typed).period().untilMs())
        .hasValue(end.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
  }

  /// In this spring night of Berlin an hour is left out.
  @Test
  void daysAreThoseOfTheZone() {
    SearchQuery query =
        SearchQuery.parse("since:2024-03-31 until:2024-03-31", ZoneId.of("Europe/Berlin"));
    assertThat(query.period().sinceMs())
        .hasValue(Instant.parse("2024-03-30T23:00:00Z").toEpochMilli());
    assertThat(query.period().untilMs())
        .hasValue(Instant.parse("2024-03-31T22:00:00Z").toEpochMilli());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-from:bob", "-from:\"bob\"", "-in:#sailing", "-#sailing", "-since:2024"})
  void onlyWordsCanBeLeftOut(String typed) {
    assertThat(SearchQuery.parse("boat " + typed).unclear())
        .containsInstanceOf(Unclear.Excluded.class);
  }

  @Test
  void moreWordsThanAnybodyTypesAreTooMany() {
    assertThat(SearchQuery.parse("word ".repeat(1_000)).unclear()).isEmpty();
    for (String part : List.of("word ", "#channel ", "from:ann ")) {
      assertThat(SearchQuery.parse(part.repeat(1_001)).unclear())
          .contains(new Unclear.TooManyWords(1_000));
    }
  }
}
