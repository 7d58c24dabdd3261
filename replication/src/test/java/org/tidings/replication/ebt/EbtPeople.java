package org.tidings.replication.ebt;

import org.tidings.feed.ref.FeedId;

/// Who takes part where an [EbtPeer] is tried.
abstract class EbtPeople {
  static final FeedId ME = id(0);
  static final FeedId ANNA = id(1);
  static final FeedId BEN = id(2);
  static final FeedId CLEO = id(3);
  static final FeedId FEED = id(9);

  /// Sent for the first time.
  static Action.SendMessages page(FeedId peer, FeedId feed, long after, long upTo) {
    return new Action.SendMessages(peer, feed, after, upTo, false);
  }

  static FeedId id(int number) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) number;
    bytes[1] = (byte) (number >> 8);
    bytes[2] = (byte) (number >> 16);
    return FeedId.of(bytes);
  }
}
