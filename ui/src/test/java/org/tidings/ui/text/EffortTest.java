package org.tidings.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EffortTest {
  private static final String FAMILY = "👨‍👩‍👧";

  @ParameterizedTest
  @ValueSource(strings = {"🌊🌊🌊🌊🌊", "صباح", "हिन्दी", "ภาษาไทย", "\n\n\n\n\n"})
  void whatIsAPieceOrALineOfItsOwnTakesLongerThanLetters(String text) {
    assertThat(Effort.of(text)).isGreaterThanOrEqualTo(12 * text.length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "été", "Ελλάδα"})
  void whatIsDrawnLetterByLetterTakesNoMoreThanThat(String text) {
    assertThat(Effort.of(text)).isEqualTo(text.length());
  }

  @Test
  void theBeginningEndsWithAWord() {
    assertThat(Effort.end("some words here", 8)).isEqualTo("some ".length());
  }

  @Test
  void allOfItIsTheBeginningWhereThatIsAffordable() {
    assertThat(Effort.end("some words", 10)).isEqualTo("some words".length());
  }

  @Test
  void noLetterIsCutInTwo() {
    int one = Effort.of(FAMILY);
    for (int limit = 0; limit < 3 * one; limit++) {
      assertThat(Effort.end(FAMILY.repeat(3), limit) % FAMILY.length()).isZero();
    }
  }

  @Test
  void aLetterIsAlwaysAffordable() {
    assertThat(Effort.end(FAMILY + "x", 0)).isEqualTo(FAMILY.length());
  }
}
