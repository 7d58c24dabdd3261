package org.tidings.feed.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidings.feed.content.Contact.Edge;

/// The distances of all feeds from one root, kept right edge by edge. Feeds are numbers here.
///
/// A feed's distance follows from edges of feeds strictly nearer alone, so changes are worked off
/// in order of distance: a feed whose old distance has lost its support is forgotten at that
/// distance and settled again further out. This touches only what changes and ends with the same
/// answer as a search from scratch. Not thread-safe: guarded by the lock of the graph.
final class Reach {

  private static final int ROOT = 0;

  private int max;
  private final List<Neighbours> outward = new ArrayList<>();
  private final List<Neighbours> inward = new ArrayList<>();
  private final List<Hops> distances = new ArrayList<>();
  private final Doubts doubts = new Doubts();
  private final Map<Integer, Hops> before = new HashMap<>();

  /// Feeds are expected up to this many steps away; the root is number 0. What that says counts
  /// also where nobody is expected: whom it blocks is blocked.
  Reach(int max) {
    this.max = Math.max(1, max);
    addFeed();
    distances.set(ROOT, Hops.SELF);
  }

  /// Feeds are expected up to that many steps away from now on.
  void expectWithin(int steps) {
    int before = max;
    max = Math.max(1, steps);
    for (int feed = 0; feed < distances.size(); feed++) {
      Hops there = distances.get(feed);
      boolean expanded = there.value() >= 0 && there.value() < before;
      if (expanded != expands(there)) {
        doubtAllBeyond(feed, there);
      }
    }
  }

  /// Numbers a new feed.
  int addFeed() {
    outward.add(new Neighbours());
    inward.add(new Neighbours());
    distances.add(Hops.UNKNOWN);
    return distances.size() - 1;
  }

  /// Returns whether this changed anything.
  boolean put(int from, int to, Edge edge) {
    if (!outward.get(from).put(to, edge)) {
      return false;
    }
    inward.get(to).put(from, edge);
    doubtBeyond(distances.get(from), to, edge);
    return true;
  }

  /// Returns whether this changed anything.
  boolean remove(int from, int to) {
    if (!outward.get(from).remove(to)) {
      return false;
    }
    inward.get(to).remove(from);
    if (expands(distances.get(from))) {
      doubt(to);
    }
    return true;
  }

  Hops distance(int feed) {
    return distances.get(feed);
  }

  Optional<Edge> edge(int from, int to) {
    return outward.get(from).get(to);
  }

  /// What a feed last said about others.
  void forEachEdge(int from, Neighbours.Visitor visitor) {
    outward.get(from).forEach(visitor);
  }

  /// What others last said about a feed.
  void forEachEdgeTo(int to, Neighbours.Visitor visitor) {
    inward.get(to).forEach(visitor);
  }

  /// Works out the distances of all from those one step nearer. Only where nothing was settled yet.
  void settleAtFirst() {
    BitSet nearest = new BitSet();
    nearest.set(ROOT);
    for (int steps = 0; expands(Hops.of(steps)) && !nearest.isEmpty(); steps++) {
      nearest = settledBeyond(nearest, Hops.of(steps));
    }
    doubts.clear();
  }

  /// Settles what these feeds, all of them so far away, say of others, and returns those that are
  /// found to be followed.
  private BitSet settledBeyond(BitSet feeds, Hops there) {
    BitSet followed = new BitSet();
    for (int feed = feeds.nextSetBit(0); feed >= 0; feed = feeds.nextSetBit(feed + 1)) {
      outward
          .get(feed)
          .forEach(
              (end, edge) -> {
                Hops known = distance(end);
                Hops nearer = known.nearer(beyond(there, edge));
                // A record's own equality is linked anew in every process, while a start waits.
                if (end != ROOT && nearer.value() != known.value()) {
                  distances.set(end, nearer);
                  followed.set(end, edge == Edge.FOLLOW);
                }
              });
    }
    return followed;
  }

  /// Works off every change and returns the feeds that ended up elsewhere.
  Map<Integer, Hops> settle() {
    while (!doubts.isEmpty()) {
      int steps = doubts.steps();
      look(steps, doubts.removeFirst());
    }
    Map<Integer, Hops> changed = new HashMap<>();
    before.forEach(
        (feed, hops) -> {
          if (!hops.equals(distance(feed))) {
            changed.put(feed, distance(feed));
          }
        });
    before.clear();
    return changed;
  }

  /// @param steps where it was doubted
  private void look(int steps, int feed) {
    Hops now = distance(feed);
    Hops right = fromNeighbours(feed);
    int nearest = Math.min(now.steps(), right.steps());
    if (now.equals(right)) {
      return;
    }
    if (nearest > steps) {
      doubts.add(nearest, feed);
    } else if (right.steps() == nearest) {
      move(feed, right);
    } else {
      move(feed, Hops.UNKNOWN);
      doubt(feed);
    }
  }

  private void move(int feed, Hops hops) {
    Hops old = distance(feed);
    before.putIfAbsent(feed, old);
    distances.set(feed, hops);
    if (expands(old) || expands(hops)) {
      doubtAllBeyond(feed, hops);
    }
  }

  private void doubtAllBeyond(int feed, Hops hops) {
    outward
        .get(feed)
        .forEach(
            (end, edge) -> {
              if (end != ROOT) {
                doubts.add(stepsBeyond(hops, end, edge), end);
              }
            });
  }

  /// An edge of a feed so far away has changed. Looking at that edge alone tells how soon its end
  /// must be looked at, whatever else points there.
  private void doubtBeyond(Hops there, int end, Edge edge) {
    if (end != ROOT && expands(there)) {
      doubts.add(stepsBeyond(there, end, edge), end);
    }
  }

  private int stepsBeyond(Hops there, int end, Edge edge) {
    int now = distance(end).steps();
    return expands(there) ? Math.min(now, beyond(there, edge).steps()) : now;
  }

  private void doubt(int feed) {
    if (feed != ROOT) {
      int steps = Math.min(distance(feed).steps(), fromNeighbours(feed).steps());
      doubts.add(steps, feed);
    }
  }

  private Hops fromNeighbours(int feed) {
    Hops[] best = {Hops.UNKNOWN};
    inward
        .get(feed)
        .forEach(
            (end, edge) -> {
              Hops there = distance(end);
              if (expands(there)) {
                best[0] = best[0].nearer(beyond(there, edge));
              }
            });
    return best[0];
  }

  private boolean expands(Hops hops) {
    return hops.value() >= 0 && hops.value() < max;
  }

  private static Hops beyond(Hops there, Edge edge) {
    return switch (edge) {
      case FOLLOW -> Hops.of(there.value() + 1);
      case BLOCK -> Hops.of(-there.value() - 1);
      case NEUTRAL -> Hops.of(-there.value() - 2);
    };
  }
}
