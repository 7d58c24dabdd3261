package org.tidings.feed.index;

/// When a message was written, and its place in the order of arrival.
///
/// @param claimedMs what its author says, epoch milliseconds; anything at all
/// @param shownMs the time it is placed by ([Placement]), epoch milliseconds
/// @param arrival its number in the order of arrival
public record Times(double claimedMs, long shownMs, long arrival) {

  /// The place in a list, newest first, of what was written then.
  public TimelineKey key() {
    return new TimelineKey(shownMs, arrival);
  }
}
