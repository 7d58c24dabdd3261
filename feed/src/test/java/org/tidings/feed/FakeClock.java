package org.tidings.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that only moves when told to. Thread-safe.
public final class FakeClock implements InstantSource {

  private volatile Instant now = Instant.parse("2026-01-01T12:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  /// Moves on.
  public synchronized void advance(Duration by) {
    now = now.plus(by);
  }
}
