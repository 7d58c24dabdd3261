package org.tidings.replication.early;

import java.time.Duration;

/// How long is waited for what one peer was asked for: as long as some of it comes now and then, or
/// the line is busy with what was sent before, but not for ever. Confined to one thread. Times are
/// those of [System#nanoTime].
final class Wait {
  /// Far more than an answer takes where nothing else is under way.
  private static final Duration IDLE = Duration.ofSeconds(10);

  private final Places places;
  private final long began;
  private long cameAt;
  private long busyAt;
  private long traffic;

  Wait(Places places, long nowNanos) {
    this.places = places;
    this.began = nowNanos;
    this.cameAt = nowNanos;
    this.busyAt = nowNanos;
  }

  /// Whether no more is to be waited for.
  ///
  /// @param came whether something of it did since this was last asked
  /// @param bytes how many have come over the line so far, whatever they were
  boolean isOver(boolean came, long bytes, long nowNanos) {
    cameAt = came ? nowNanos : cameAt;
    busyAt = bytes == traffic ? busyAt : nowNanos;
    traffic = bytes;
    return hasLasted(began, places.whole(), nowNanos)
        || hasLasted(cameAt, places.pause(), nowNanos)
        || hasLasted(busyAt, IDLE, nowNanos);
  }

  private static boolean hasLasted(long since, Duration time, long nowNanos) {
    return nowNanos - since >= time.toNanos();
  }
}
