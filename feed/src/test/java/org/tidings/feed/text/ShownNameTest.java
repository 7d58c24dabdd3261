package org.tidings.feed.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownNameTest {
  private static final String ASTRONAUT = "\ud83d\udc69\u200d\ud83d\ude80";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n\t\u00a0\u2003",
        "\u0301\u0323\u20dd",
        "\u202e\u202e\u2067",
        "\u200b\ufeff\u00ad\u2060",
        "\u3164\uffa0\u2800",
        "\u0007\u009b",
        "\ud83d"
      })
  void aNameOfWhichNothingCanBeSeenIsNone(String name) {
    assertThat(ShownName.of(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Mara Lindqvist", "q\u0323", "أميرة", "健二", ASTRONAUT, "!!", "\u202eevil"})
  void anyOtherIsShownAsItIs(String name) {
    assertThat(ShownName.of(name)).contains(name);
  }

  @Test
  void aNameOfManyLinesIsShownOnOne() {
    assertThat(ShownName.of("\n\nNew\r\n \u2028Line\u0085")).contains("New Line");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\ud83c\udff0", ASTRONAUT, "a\u0301\u0301"})
  void aVeryLongOneIsCutBetweenTwoLetters(String letter) {
    String shown = ShownName.of(letter.repeat(8_000 / letter.length())).orElseThrow();
    assertThat(shown).hasSizeBetween(90, 101).endsWith("…");
    assertThat((shown.length() - 1) % letter.length()).isZero();
  }

  @Test
  void aSingleEndlessLetterIsCutToo() {
    assertThat(ShownName.of("a" + "\u0301".repeat(8_000)).orElseThrow()).hasSize(101);
    String endless = ("\ud83d\udc69" + "\u200d").repeat(2_000);
    String shown = Letters.beginning(endless, 97);
    assertThat(Character.isHighSurrogate(shown.charAt(shown.length() - 1))).isFalse();
  }
}
