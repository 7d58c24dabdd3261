package org.tidings.replication.sim;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.tidings.feed.ref.FeedId;

/// Looks every few virtual seconds whether somebody waits too long: lacks of a feed what an honest
/// neighbour has, and for half a minute gets no further in it, over a connection that lasts so
/// long. Whoever has so much to fetch that it cannot yet have been that feed's turn does not wait.
final class Stalls {
  private static final long LOOK_MS = 5_000;
  private static final long TOO_LONG_MS = 30_000;

  /// So many messages of one feed are sent before it is the next feed's turn.
  private static final int PAGE = 64;

  private final SimWorld world;
  private final Map<Waiting, Since> waiting = new HashMap<>();

  /// How many messages had come to each when it was last looked at.
  private final Map<FeedId, Long> received = new HashMap<>();

  private boolean stopped;

  Stalls(SimWorld world) {
    this.world = world;
  }

  private record Waiting(FeedId peer, FeedId feed) {}

  /// @param head how far it was then
  /// @param messages how many had come by then, of all feeds
  /// @param links the connections that have been there ever since and over which it could come
  private record Since(long head, long time, long messages, Set<SimLink> links) {}

  /// From now on a stall is a failure.
  void watch() {
    world.network.after(
        LOOK_MS,
        () -> {
          if (!stopped) {
            world.peers().forEach(this::look);
            watch();
          }
        });
  }

  /// From now on it is none.
  void stop() {
    stopped = true;
  }

  private void look(SimPeer peer) {
    Map<FeedId, Set<SimLink>> lacking = new LinkedHashMap<>();
    for (FeedId feed : peer.wanted()) {
      Set<SimLink> links = world.linksToMore(peer, feed);
      if (links.isEmpty()) {
        waiting.remove(new Waiting(peer.id(), feed));
      } else {
        lacking.put(feed, links);
      }
    }
    Long before = received.put(peer.id(), peer.counts.messages);
    boolean fetches = before != null && before < peer.counts.messages;
    long round = fetches ? (long) PAGE * lacking.size() : 0;
    lacking.forEach((feed, links) -> look(peer, feed, links, round));
  }

  /// @param round so many messages may come of other feeds before it is this one's turn
  private void look(SimPeer peer, FeedId feed, Set<SimLink> links, long round) {
    Waiting key = new Waiting(peer.id(), feed);
    Since now = new Since(peer.head(feed), world.network.now(), peer.counts.messages, links);
    Since since = waiting.getOrDefault(key, now);
    Set<SimLink> lasting = new HashSet<>(since.links());
    lasting.retainAll(links);
    if (since.head() != now.head() || lasting.isEmpty()) {
      waiting.put(key, now);
      return;
    }
    waiting.put(key, new Since(since.head(), since.time(), since.messages(), lasting));
    boolean hadItsTurn = now.messages() - since.messages() >= round;
    if (now.time() - since.time() > TOO_LONG_MS && hadItsTurn) {
      throw new AssertionError(
          "%s has waited too long for %s after %d".formatted(peer.id(), feed, peer.head(feed)));
    }
  }
}
