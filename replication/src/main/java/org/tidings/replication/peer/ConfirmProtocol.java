package org.tidings.replication.peer;

import java.time.Duration;
import org.tidings.feed.Feeds;
import org.tidings.feed.log.GateState;
import org.tidings.replication.muxrpc.RpcConnection;

/// Finds out now and then by a ping what nobody tells unasked. Where messages of ours were sent,
/// that they have come there: a goodbye that is returned shows that as well. While publishing is
/// held, whether a peer still holds no more of our feed than it has told: peers tell that once, and
/// again when it changes; but what opens publishing must have been told since it is held. A peer
/// gets and tells all that before it answers a ping that came later, so an answer stands for both.
/// Thread-safe.
public final class ConfirmProtocol implements PeerProtocol {
  private final Feeds feeds;
  private final Outlet outlet;
  private final Duration pause;

  /// @param pause between two questions
  public ConfirmProtocol(Feeds feeds, Duration pause) {
    this.feeds = feeds;
    this.outlet = new Outlet(feeds);
    this.pause = pause;
  }

  @Override
  public void connected(PeerSession session, RpcConnection connection) throws InterruptedException {
    try {
      ask(session, connection);
    } finally {
      if (connection.hasReturnedGoodbye()) {
        outlet.arrived(session, session.progress().sentOfOurs());
      }
    }
  }

  private void ask(PeerSession session, RpcConnection connection) throws InterruptedException {
    long arrived = 0;
    while (!connection.hasEnded()) {
      Thread.sleep(pause);
      long sent = session.progress().sentOfOurs();
      boolean asks = feeds.gate().state() instanceof GateState.Held && hasTold(session);
      if ((asks || sent != arrived) && PingProtocol.answers(connection)) {
        outlet.arrived(session, sent);
        arrived = sent;
        if (asks) {
          outlet.tellsAsBefore(session);
        }
      }
    }
  }

  private static boolean hasTold(PeerSession session) {
    return session.progress().ours().isPresent();
  }
}
