package org.tidings.replication.sim;

import java.util.HashMap;
import java.util.Map;
import org.tidings.feed.ref.FeedId;

/// Looks every few virtual seconds whether somebody waits too long: lacks of a feed what an honest
/// neighbour has, and for half a minute gets no further in it.
final class Stalls {
  private static final long LOOK_MS = 5_000;
  private static final long TOO_LONG_MS = 30_000;

  private final SimWorld world;
  private final Map<Waiting, Since> waiting = new HashMap<>();

  Stalls(SimWorld world) {
    this.world = world;
  }

  private record Waiting(FeedId peer, FeedId feed) {}

  private record Since(long head, long time) {}

  /// From now on a stall is a failure.
  void watch() {
    world.network.after(
        LOOK_MS,
        () -> {
          world.peers().forEach(this::look);
          watch();
        });
  }

  private void look(SimPeer peer) {
    for (FeedId feed : peer.wanted()) {
      Waiting key = new Waiting(peer.id(), feed);
      if (lacks(peer, feed)) {
        Since since = waiting.get(key);
        if (since == null || since.head() != peer.head(feed)) {
          waiting.put(key, new Since(peer.head(feed), world.network.now()));
        } else if (world.network.now() - since.time() > TOO_LONG_MS) {
          throw new AssertionError(
              "%s has waited too long for %s after %d".formatted(peer.id(), feed, peer.head(feed)));
        }
      } else {
        waiting.remove(key);
      }
    }
  }

  private boolean lacks(SimPeer peer, FeedId feed) {
    for (FeedId neighbour : peer.neighbours()) {
      if (world.couldHave(peer, feed, world.network.peer(neighbour))) {
        return true;
      }
    }
    return false;
  }
}
