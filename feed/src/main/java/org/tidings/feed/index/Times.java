package org.tidings.feed.index;

/// When a message was written and when it came.
///
/// @param claimedMs what its author says, epoch milliseconds; anything at all
/// @param receivedMs when it arrived here, epoch milliseconds
/// @param arrival its number in the order of arrival
public record Times(double claimedMs, long receivedMs, long arrival) {

  /// The claimed time, unless that lies after the arrival.
  public long shownMs() {
    return effective(claimedMs, receivedMs);
  }

  /// The place in a list, newest first, of what was written then.
  public TimelineKey key() {
    return new TimelineKey(shownMs(), arrival);
  }

  static long effective(double claimedMs, long receivedMs) {
    // A damaged row, or a clock far off, may say that it came before 1970.
    return Math.clamp((long) claimedMs, 0, Math.max(0, receivedMs));
  }
}
