package org.tidings.replication.ebt;

import java.util.Map;
import org.tidings.feed.ref.FeedId;

/// What [EbtState] wants done.
public sealed interface Action {
  /// There is something to send to the peer: ask with [Event.Writable] when there is room for it.
  record Wake(FeedId peer) implements Action {}

  /// Send these notes; they may be empty. Answer to [Event.Writable].
  record SendNotes(FeedId peer, Map<FeedId, Note> notes) implements Action {}

  /// Send the stored messages of the feed that come after `after`, up to `upTo`. Answer to
  /// [Event.Writable].
  ///
  /// @param again whether some of them were sent in this stream before: the peer asked for them
  ///     once more
  record SendMessages(FeedId peer, FeedId feed, long after, long upTo, boolean again)
      implements Action {}

  /// Verify and append the message just heard. Answer to [Event.MessageHeard]; without it the
  /// message is to be forgotten.
  record Take(FeedId peer, FeedId feed, long sequence) implements Action {}

  /// End the stream with the peer: we block it.
  record Close(FeedId peer) implements Action {}

  /// Keep what the peer said, for the next stream with it. Answer to [Event.Closed].
  record SaveClock(FeedId peer, VectorClock clock) implements Action {}
}
