package org.tidings.replication.peer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.Feeds;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.store.StoreException;

/// The one way by which messages leave to peers, whatever the protocol. Where copies of ours are is
/// noted of peers in our reach: others could come under any number of names. Of our own, those that
/// never left before go only to a peer that has told on this connection how far it holds our feed:
/// it may know more of it than we do, after a restored backup say, and then ours would fork it.
/// Thread-safe.
public final class Outlet {
  private static final Logger log = LoggerFactory.getLogger(Outlet.class);

  private final Feeds feeds;

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

  /// The message was sent to that peer.
  public void sent(StoredMessage message, PeerSession session) {
    session.progress().sent();
    if (message.author().equals(feeds.identity().id()) && feeds.graph().wants(session.peer())) {
      feeds.copies().sent(session.peer(), message.sequence());
    }
  }

  /// Whether the message may go to that peer now: never when it is damaged. For our own that it
  /// leaves is written down first.
  public boolean lets(StoredMessage message, PeerSession session) {
    return !feeds.graph().blocks(message.author(), session.peer())
        && feeds.doctor().vouchesFor(message)
        && (!message.author().equals(feeds.identity().id()) || letsOurs(message, session));
  }

  /// What cannot be written down as released stays here; the feeds of others go on.
  private boolean letsOurs(StoredMessage ours, PeerSession session) {
    try {
      return session.progress().hasToldOfOurs()
          ? feeds.gate().release(ours.sequence())
          : feeds.gate().hasLeft(ours.sequence());
    } catch (StoreException failure) {
      log.warn("our own messages wait: {}", failure.sentence());
      return false;
    }
  }
}
