package org.tidings.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// What time it is, and how time passes: people and their machines set the one, forwards and
/// backwards, and nobody the other. Thread-safe.
///
/// @param wall for what is written down or shown
/// @param steady for whatever waits or lapses
public record Clocks(InstantSource wall, InstantSource steady) {

  /// A wall clock, and beside it one that starts with the same time and never leaps.
  public static Clocks of(InstantSource wall) {
    Instant start = wall.instant();
    long nanos = System.nanoTime();
    return new Clocks(wall, () -> start.plusNanos(System.nanoTime() - nanos));
  }

  /// How far the wall clock is ahead of the steady one; negative when it was set back.
  public Duration ahead() {
    return Duration.between(steady.instant(), wall.instant());
  }
}
