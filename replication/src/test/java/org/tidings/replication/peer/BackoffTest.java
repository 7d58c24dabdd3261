package org.tidings.replication.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff(Duration.ofSeconds(4), Duration.ofMinutes(1));
  private final Random random = new Random(7);

  @Test
  void withoutFailureThereIsNoWait() {
    assertThat(backoff.after(0, random)).isZero();
  }

  @Test
  void eachFailureDoublesTheWaitUpToTheLongest() {
    assertWithin(1, 4_000);
    assertWithin(2, 8_000);
    assertWithin(3, 16_000);
    assertWithin(5, 60_000);
    assertWithin(1_000_000, 60_000);
  }

  @Test
  void twoPeersDoNotWaitEquallyLong() {
    assertThat(backoff.after(3, random)).isNotEqualTo(backoff.after(3, random));
  }

  private void assertWithin(int failures, long plain) {
    for (int i = 0; i < 100; i++) {
      assertThat(backoff.after(failures, random).toMillis())
          .isBetween(plain * 3 / 4, plain * 5 / 4);
    }
  }
}
