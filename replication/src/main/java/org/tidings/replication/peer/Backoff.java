package org.tidings.replication.peer;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait after calls in a row that failed: twice as long each time, up to a longest, and
/// never quite the same, so that peers who lost the same network do not all come back at once.
///
/// @param first after the first failure
/// @param longest after however many
public record Backoff(Duration first, Duration longest) {
  private static final int MOST_DOUBLINGS = 30;

  /// The wait after that many failures in a row, between three and five quarters of the plain
  /// value.
  public Duration after(int failures, RandomGenerator random) {
    if (failures <= 0) {
      return Duration.ZERO;
    }
    long factor = 1L << Math.min(failures - 1, MOST_DOUBLINGS);
    Duration plain = first.multipliedBy(factor);
    Duration capped = plain.compareTo(longest) > 0 ? longest : plain;
    return Duration.ofMillis((long) (capped.toMillis() * random.nextDouble(0.75, 1.25)));
  }
}
