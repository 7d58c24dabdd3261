package org.tidings.replication.transport;

import java.time.Duration;

/// How long something may still take, counted from the moment this was made, by a clock that nobody
/// sets. Immutable.
public final class Patience {
  private final long end;

  private Patience(long end) {
    this.end = end;
  }

  public static Patience of(Duration whole) {
    return new Patience(System.nanoTime() + whole.toNanos());
  }

  public boolean isOver() {
    return end - System.nanoTime() <= 0;
  }

  /// What is left of it; nothing when it is over.
  public Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }
}
