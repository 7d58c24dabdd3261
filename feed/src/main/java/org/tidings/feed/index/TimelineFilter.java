package org.tidings.feed.index;

import java.util.List;
import org.tidings.feed.store.Tx;

/// Whose posts a timeline is made of. The blocked and the muted are in none of them.
public enum TimelineFilter {
  /// Those we follow who follow us, and ourselves.
  FRIENDS,
  /// Those we follow, and ourselves.
  FOLLOWING,
  /// Whoever writes in channels we subscribe to.
  CHANNELS,
  /// Everybody we fetch.
  IN_REACH,
  /// Everybody whose messages are here, known to us or not.
  EVERYBODY;

  /// At most `limit` threads with activity of those, latest activity first, after `after`.
  ///
  /// @param self our own number
  List<ThreadWalk.Place> places(Tx tx, int self, TimelineKey after, int limit) {
    return switch (this) {
      case FRIENDS -> places(tx, Near.friendsOf(self), after, limit);
      case FOLLOWING -> places(tx, Near.within(1), after, limit);
      case CHANNELS -> new ChannelWalk(tx, self).places(after, limit);
      case IN_REACH -> places(tx, Near.within(Timeline.EVERYBODY - 1), after, limit);
      case EVERYBODY -> places(tx, Near.within(Timeline.EVERYBODY), after, limit);
    };
  }

  private static List<ThreadWalk.Place> places(Tx tx, Near near, TimelineKey after, int limit) {
    return new ThreadWalk(tx, near).places(after, limit);
  }
}
