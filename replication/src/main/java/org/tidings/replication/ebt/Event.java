package org.tidings.replication.ebt;

import java.util.Map;
import org.tidings.feed.ref.FeedId;

/// Something that happened and that [EbtState] has to know.
///
/// Numbers are sequences, 0 meaning that there is no message of the feed. A peer is named by its
/// feed.
public sealed interface Event {
  /// A stream with a peer was opened. A stream with the same peer must have been closed before.
  ///
  /// @param incoming whether the peer has dialled
  /// @param speaksFirst whether it is on us to speak first: the peer called us
  /// @param lastClock what the peer said when the last stream with it was closed; empty if there
  ///     was none or if it is not to be trusted
  record Opened(FeedId peer, boolean incoming, boolean speaksFirst, VectorClock lastClock)
      implements Event {}

  /// The stream with the peer has ended.
  record Closed(FeedId peer) implements Event {}

  /// The peer sent notes.
  record NotesHeard(FeedId peer, Map<FeedId, Note> notes) implements Event {}

  /// The peer sent a message, not looked into yet.
  record MessageHeard(FeedId peer, FeedId feed, long sequence) implements Event {}

  /// A message that had been taken from the peer is no message of that feed as we have it: it is
  /// forged, forked or malformed.
  record Refused(FeedId peer, FeedId feed) implements Event {}

  /// A message that had been taken from the peer could not be appended where the feed stands now.
  record Missed(FeedId peer, FeedId feed) implements Event {}

  /// Our store did not keep a message of the feed that had been taken; it may later.
  record Unstored(FeedId feed) implements Event {}

  /// The message that was to be taken was not: nobody had time for it any more. Those before it
  /// still go their way.
  record Dropped(FeedId feed, long sequence) implements Event {}

  /// Messages of the feed up to that one are stored.
  record Appended(FeedId feed, long sequence) implements Event {}

  /// Stored messages of the feed are gone; this is how far it reaches now. What was saved of other
  /// peers' clocks about this feed has to go too, or both sides may think that nothing is missing.
  record Lost(FeedId feed, long sequence) implements Event {}

  /// The social graph has changed.
  record ReachChanged(Reach reach) implements Event {}

  /// Own messages that had to stay may leave now, or it is time to try again.
  record OwnReleased() implements Event {}

  /// There is room to send to the peer.
  record Writable(FeedId peer) implements Event {}

  /// Messages that were to be sent, those after `sequence`, have not been.
  record Unsent(FeedId peer, FeedId feed, long sequence) implements Event {}

  /// Time has passed. Expected about once a second.
  record Tick() implements Event {}
}
