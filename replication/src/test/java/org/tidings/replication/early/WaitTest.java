package org.tidings.replication.early;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitTest {
  private final Wait wait = new Wait(Places.ofFollowed(), 0);
  private final Wait ofStranger = new Wait(Places.ofOthers(), 0);
  private long bytes;

  private boolean isOver(Wait which, int second, boolean came) {
    return which.isOver(came, bytes, Duration.ofSeconds(second).toNanos());
  }

  @Test
  void whereNothingAtAllComesItIsSoonOver() {
    assertThat(isOver(wait, 9, false)).isFalse();
    assertThat(isOver(wait, 10, false)).isTrue();
  }

  @Test
  void aSlowLineIsWaitedFor() {
    for (int second = 1; second < 120; second++) {
      bytes += 8_000;
      assertThat(isOver(wait, second, second % 50 == 0)).isFalse();
    }
  }

  @Test
  void whoOnlySendsOtherThingsIsNotWaitedForForEver() {
    for (int second = 1; second < 60; second++) {
      bytes += 8_000;
      assertThat(isOver(wait, second, false)).isFalse();
      assertThat(isOver(ofStranger, second, false)).isEqualTo(second >= 10);
    }
    bytes += 8_000;
    assertThat(isOver(wait, 60, false)).isTrue();
  }

  @Test
  void whoSendsALittleNowAndThenMakesRoomInTheEnd() {
    for (int second = 1; second < 300; second++) {
      bytes += 100;
      assertThat(isOver(wait, second, true)).isFalse();
      assertThat(isOver(ofStranger, second, true)).isEqualTo(second >= 60);
    }
    assertThat(isOver(wait, 300, true)).isTrue();
  }
}
