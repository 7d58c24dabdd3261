package org.tidings.replication;

import java.time.Duration;
import org.tidings.feed.Clocks;

/// How far the wall clock has come away from the steady one, to the second, so that what is shown
/// does not change with every look. Thread-safe.
final class Drift {
  private static final Duration ASLEEP = Duration.ofMinutes(1);

  private final Clocks clocks;
  private volatile Duration ahead;

  Drift(Clocks clocks) {
    this.clocks = clocks;
    this.ahead = clocks.ahead();
  }

  /// What to add to a steady time before it is shown.
  Duration ahead() {
    return ahead;
  }

  /// Looks again, and answers whether the wall clock leapt forwards: the machine slept, as steady
  /// clocks do then, too, or was set. Asked by one thread.
  boolean hasLeapt() {
    Duration now = clocks.ahead();
    Duration leap = now.minus(ahead);
    if (leap.abs().compareTo(Duration.ofSeconds(1)) >= 0) {
      ahead = now;
    }
    return leap.compareTo(ASLEEP) > 0;
  }
}
