package org.tidings.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Texts;

class ByteSizeTest {
  @AfterEach
  void englishAgain() {
    Texts.speak(Language.ENGLISH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0 bytes",
        "1|1 byte",
        "999|999 bytes",
        "12345|12 kB",
        "3440000|3.4 MB",
        "1200000000|1.2 GB"
      })
  void aSizeIsSaidInTheUnitThatFits(long bytes, String words) {
    assertThat(ByteSize.brief(bytes).replace('\u00a0', ' ')).isEqualTo(words);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SYSTEM"})
  void noLineEndsBetweenANumberAndItsUnit(Language language) {
    Texts.speak(language);
    for (long bytes : new long[] {0, 1, 830, 12_345, 3_440_000, 1_200_000_000}) {
      assertThat(ByteSize.brief(bytes)).doesNotContain(" ");
    }
  }
}
