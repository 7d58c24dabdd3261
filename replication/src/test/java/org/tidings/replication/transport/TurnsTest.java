package org.tidings.replication.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Two at once, and then one an hour: no test lasts long enough for another turn to come.
class TurnsTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final Turns<String> turns = new Turns<>(2, HOUR);

  @Test
  void someInARowDoNotWait() {
    assertThat(turns.take("ann")).contains(Duration.ZERO);
    assertThat(turns.take("ann")).contains(Duration.ZERO);
  }

  @Test
  void thoseAfterThemWaitOneAfterTheOther() {
    take("ann", 2);
    assertThat(turns.take("ann")).hasValueSatisfying(wait -> assertAbout(HOUR, wait));
    assertThat(turns.take("ann"))
        .hasValueSatisfying(wait -> assertAbout(HOUR.multipliedBy(2), wait));
  }

  @Test
  void thoseBeyondThemAreToGoAndMakeNobodyWaitLonger() {
    take("ann", 4);
    assertThat(turns.take("ann")).isEmpty();
    assertThat(turns.take("ann")).isEmpty();
  }

  @Test
  void oneDoesNotWaitForAnother() {
    take("ann", 4);
    assertThat(turns.take("ben")).contains(Duration.ZERO);
  }

  @Test
  void onlyOfSomeIsRemembered() {
    take("ann", 4);
    for (int i = 0; i < 1_000; i++) {
      take("somebody " + i, 1);
    }
    assertThat(turns.take("ann")).contains(Duration.ZERO);
  }

  private void take(String who, int times) {
    for (int i = 0; i < times; i++) {
      Optional<Duration> wait = turns.take(who);
      assertThat(wait).isPresent();
    }
  }

  private static void assertAbout(Duration expected, Duration actual) {
    assertThat(actual).isBetween(expected.minusMinutes(10), expected);
  }
}
