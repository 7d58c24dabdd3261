package org.tidings.replication.peer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.Feeds;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.StoreException;

/// The one way by which messages leave to peers, whatever the protocol. Where copies of ours are is
/// noted of peers in our reach: others could come under any number of names. Of our own, those that
/// never left before go only to a peer that has told on this connection how far it holds our feed:
/// it may know more of it than we do, after a restored backup say, and then ours would fork it.
/// Thread-safe.
public final class Outlet {
  private static final Logger log = LoggerFactory.getLogger(Outlet.class);

  private final Feeds feeds;
  private volatile boolean unwritten;

  public Outlet(Feeds feeds) {
    this.feeds = feeds;
  }

  /// The peer has told that it holds our own feed up to `sequence` (0: nothing).
  public void holdsOurs(PeerSession session, long sequence) {
    feeds.gate().peerHolds(session.peer(), sequence);
    if (feeds.graph().wants(session.peer())) {
      feeds.copies().told(session.peer(), sequence, !session.progress().hasToldOfOurs());
    }
    session.progress().toldOfOurs();
  }

  /// The same, of a peer that tells whenever that changes, until [#tellsNoMore].
  public void tellsOfOurs(PeerSession session, long sequence) {
    session.progress().tellsOfOurs(sequence);
    holdsOurs(session, sequence);
  }

  /// The peer does not tell of changes any more.
  public void tellsNoMore(PeerSession session) {
    session.progress().tellsNoMoreOfOurs();
  }

  /// Nothing has changed by now in what the peer has told. What it told of messages that are not
  /// here is not believed any longer by that; of those that have come back meanwhile it is.
  void tellsAsBefore(PeerSession session) {
    long head = feeds.log().headSequence(feeds.identity().id());
    session
        .progress()
        .ours()
        .ifPresent(
            held -> {
              if (held <= head) {
                feeds.gate().peerHolds(session.peer(), held);
              }
            });
    feeds.copies().toldAsBefore(session.peer());
  }

  /// The message was sent to that peer.
  public void sent(StoredMessage message, PeerSession session) {
    session.progress().sent();
    if (message.author().equals(feeds.identity().id())) {
      session.progress().holdsOurs(message.sequence().value());
      session.progress().sentOfOurs(message.sequence().value());
      if (feeds.graph().wants(session.peer())) {
        feeds.copies().sent(session.peer(), message.sequence());
      }
    }
  }

  /// What was sent to the peer of our own feed has come there, up to `sequence`.
  void arrived(PeerSession session, long sequence) {
    feeds.copies().arrived(session.peer(), sequence);
  }

  /// Whether the message may go to that peer now: never when it is damaged. For our own that it
  /// leaves is written down first.
  public boolean lets(StoredMessage message, PeerSession session) {
    return letsFeed(message.author(), session)
        && feeds.doctor().vouchesFor(message)
        && (!message.author().equals(feeds.identity().id()) || letsOurs(message, session));
  }

  /// Whether messages of that feed may go to that peer: none whose author we block, or who blocks
  /// the peer.
  public boolean letsFeed(FeedId feed, PeerSession session) {
    return !feeds.graph().hops(feed).isBlocked() && !feeds.graph().blocks(feed, session.peer());
  }

  /// Whether own messages stay only because it could not be written down that they leave: nothing
  /// tells when it can be, so that they are to be offered again after a while.
  public boolean isToBeTriedAgain() {
    return unwritten;
  }

  private boolean letsOurs(StoredMessage ours, PeerSession session) {
    return feeds.gate().hasLeft(ours.sequence())
        || (session.progress().hasToldOfOurs() && releases(ours));
  }

  /// What cannot be written down as released stays here; the feeds of others go on.
  private boolean releases(StoredMessage ours) {
    try {
      boolean released = feeds.gate().release(ours.sequence());
      unwritten = false;
      return released;
    } catch (StoreException failure) {
      if (!unwritten) {
        log.warn("our own messages wait: {}", failure.sentence());
      }
      unwritten = true;
      return false;
    }
  }
}
