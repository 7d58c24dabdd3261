package org.tidings.ui.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
  @ParameterizedTest
  @CsvSource({
    "22:00, 07:00, 21:59, false",
    "22:00, 07:00, 22:00, true",
    "22:00, 07:00, 00:00, true",
    "22:00, 07:00, 06:59, true",
    "22:00, 07:00, 07:00, false",
    "12:00, 14:00, 11:59, false",
    "12:00, 14:00, 13:00, true",
    "12:00, 14:00, 14:00, false",
    "08:00, 08:00, 08:00, false"
  })
  void theyLastFromTheFirstToBeforeTheLast(
      LocalTime from, LocalTime to, LocalTime time, boolean quiet) {
    assertEquals(quiet, new QuietHours(true, from, to).contains(time));
    assertEquals(false, new QuietHours(false, from, to).contains(time));
  }
}
