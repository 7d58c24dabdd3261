package org.tidings.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClocksTest {

  private final FakeClock wall = new FakeClock();
  private final Clocks clocks = Clocks.of(wall);

  @Test
  void theSteadyClockTakesNoNoticeWhenTheOtherIsSet() {
    Instant before = clocks.steady().instant();
    wall.advance(Duration.ofDays(-365));
    assertThat(clocks.steady().instant())
        .isAfterOrEqualTo(before)
        .isBefore(before.plus(Duration.ofHours(1)));
  }

  @Test
  void howFarTheyAreApartIsKnown() {
    wall.advance(Duration.ofDays(1));
    assertThat(clocks.ahead()).isBetween(Duration.ofHours(23), Duration.ofDays(1));
  }
}
