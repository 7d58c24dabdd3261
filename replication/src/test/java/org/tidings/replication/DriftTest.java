package org.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tidings.feed.Clocks;
import org.tidings.feed.FakeClock;

class DriftTest {

  private final FakeClock wall = new FakeClock();
  private final FakeClock steady = new FakeClock();
  private final Drift drift = new Drift(new Clocks(wall, steady));

  @Test
  void timeThatPassesIsNone() {
    wall.advance(Duration.ofHours(1));
    steady.advance(Duration.ofHours(1));
    assertThat(drift.hasLeapt()).isFalse();
    assertThat(drift.ahead()).isZero();
  }

  @Test
  void aMachineThatSleptHasLeaptOnce() {
    wall.advance(Duration.ofMinutes(5));
    assertThat(drift.hasLeapt()).isTrue();
    assertThat(drift.hasLeapt()).isFalse();
    assertThat(drift.ahead()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void aClockSetBackIsNoLeapButShown() {
    wall.advance(Duration.ofHours(-1));
    assertThat(drift.hasLeapt()).isFalse();
    assertThat(drift.ahead()).isEqualTo(Duration.ofHours(-1));
  }
}
