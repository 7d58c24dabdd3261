package org.tidings.replication.peer;

import java.time.Instant;
import org.tidings.feed.ref.FeedId;

/// Sessions over a direct connection.
public final class SomeSession {
  private SomeSession() {}

  /// One that we dialled.
  public static PeerSession to(FeedId peer) {
    return of(peer, PeerSession.Direction.OUTGOING);
  }

  /// One that they dialled.
  public static PeerSession from(FeedId peer) {
    return of(peer, PeerSession.Direction.INCOMING);
  }

  private static PeerSession of(FeedId peer, PeerSession.Direction direction) {
    return new PeerSession(peer, direction, PeerSession.Path.DIRECT, Instant.EPOCH, new Progress());
  }
}
