package org.tidings.replication.muxrpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// How long strangers in a room may hold up a connection.
class TunnelPatienceTest {
  private static final long START = -5;
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final TunnelPatience patience = new TunnelPatience(START);

  @Test
  void isASecondAtFirstForAllTogether() {
    patience.heldUp(START, START + SECOND / 2);
    assertThat(patience.left(START + SECOND / 2)).isEqualTo(SECOND / 2);
    patience.heldUp(START + SECOND / 2, START + SECOND);
    assertThat(patience.left(START + SECOND)).isZero();
  }

  @Test
  void isATenthOfTheTimeFromThenOn() {
    patience.heldUp(START, START + SECOND);
    assertThat(patience.left(START + 2 * SECOND)).isEqualTo(SECOND / 10);
    assertThat(patience.left(START + 4 * SECOND)).isEqualTo(3 * SECOND / 10);
  }

  @Test
  void isNeverMoreThanASecond() {
    assertThat(patience.left(START + 1_000 * SECOND)).isEqualTo(SECOND);
  }
}
