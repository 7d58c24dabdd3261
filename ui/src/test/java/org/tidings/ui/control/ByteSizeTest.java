package org.tidings.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteSizeTest {
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
    assertThat(ByteSize.brief(bytes)).isEqualTo(words);
  }
}
