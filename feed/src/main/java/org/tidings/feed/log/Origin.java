package org.tidings.feed.log;

import org.tidings.feed.ref.FeedId;

/// Where a message came from that was not written here.
public sealed interface Origin {

  /// A peer sent it: taken only for feeds we want.
  record FromPeer(FeedId peer) implements Origin {}

  /// The person imported it: hops are ignored, and the feed is marked "kept by import".
  record Import() implements Origin {}
}
