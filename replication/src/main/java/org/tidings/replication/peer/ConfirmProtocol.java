package org.tidings.replication.peer;

import java.io.IOException;
import java.time.Duration;
import org.tidings.feed.Feeds;
import org.tidings.feed.log.GateState;
import org.tidings.replication.muxrpc.RpcConnection;

/// While publishing is held, finds out now and then whether a peer still holds no more of our feed
/// than it has told. Peers tell that once, and again when it changes; but what opens publishing
/// must have been told since it is held. A peer that tells of changes does so before it answers a
/// ping that came later, so an answer stands for telling the same again. Thread-safe.
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
  public void connected(PeerSession session, RpcConnection connection)
      throws IOException, InterruptedException {
    while (!connection.hasEnded()) {
      Thread.sleep(pause);
      if (feeds.gate().state() instanceof GateState.Held
          && session.progress().ours().isPresent()
          && PingProtocol.answers(connection)) {
        outlet.tellsAsBefore(session);
      }
    }
  }
}
