package org.tidings.feed.index;

/// Whose posts a timeline is made of. The blocked and the muted are in none of them.
public enum TimelineFilter {
  /// Those we follow who follow us, and ourselves.
  FRIENDS,
  /// Those we follow, and ourselves.
  FOLLOWING,
  /// Everybody we fetch.
  IN_REACH,
  /// Everybody whose messages are here, known to us or not.
  EVERYBODY;

  /// The same for queries; `self` is our own number.
  Near near(int self) {
    return switch (this) {
      case FRIENDS -> Near.friendsOf(self);
      case FOLLOWING -> Near.within(1);
      case IN_REACH -> Near.within(Timeline.EVERYBODY - 1);
      case EVERYBODY -> Near.within(Timeline.EVERYBODY);
    };
  }
}
