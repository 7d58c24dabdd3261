package org.tidings.feed.index;

import java.util.Comparator;

/// A place in the home timeline: the newest activity of a thread. Newer places come first.
///
/// @param shownMs when the thread's newest post was written, epoch milliseconds
/// @param arrival the arrival number of that post
public record TimelineKey(long shownMs, long arrival) {

  public static final Comparator<TimelineKey> NEWEST_FIRST =
      (one, other) ->
          one.shownMs == other.shownMs
              ? Long.compare(other.arrival, one.arrival)
              : Long.compare(other.shownMs, one.shownMs);

  public static final TimelineKey TOP = new TimelineKey(Long.MAX_VALUE, Long.MAX_VALUE);

  /// The place before everything written at that time or later, after everything written earlier.
  public static TimelineKey startingAt(long shownMs) {
    return new TimelineKey(shownMs, 0);
  }

  /// Whether it was written after everything that was seen up to there, or came after it: what was
  /// written long ago may come late.
  public boolean isUnseen(TimelineKey seen) {
    return shownMs > seen.shownMs || arrival > seen.arrival;
  }

  public boolean isNewerThan(TimelineKey other) {
    return shownMs > other.shownMs || (shownMs == other.shownMs && arrival > other.arrival);
  }
}
