package org.tidings.feed.graph;

import java.util.BitSet;
import java.util.TreeMap;

/// The feeds whose distance must be looked at again, each once everything nearer is settled. Not
/// thread-safe: guarded by the lock of the graph.
final class Doubts {

  private final TreeMap<Integer, Feeds> bySteps = new TreeMap<>();

  /// Those so many steps away: a bit for each, since there may be as many as feeds.
  private static final class Feeds {
    final BitSet feeds = new BitSet();

    /// None is lower.
    int lowest = Integer.MAX_VALUE;
  }

  boolean isEmpty() {
    return bySteps.isEmpty();
  }

  void add(int steps, int feed) {
    Feeds there = bySteps.computeIfAbsent(steps, none -> new Feeds());
    there.feeds.set(feed);
    there.lowest = Math.min(there.lowest, feed);
  }

  void clear() {
    bySteps.clear();
  }

  /// How many steps away the nearest are, of which there is one.
  int steps() {
    return bySteps.firstKey();
  }

  /// Takes one of the nearest out, of those the lowest number.
  int removeFirst() {
    Feeds nearest = bySteps.firstEntry().getValue();
    int feed = nearest.feeds.nextSetBit(nearest.lowest);
    nearest.feeds.clear(feed);
    nearest.lowest = nearest.feeds.nextSetBit(feed);
    if (nearest.lowest < 0) {
      bySteps.pollFirstEntry();
    }
    return feed;
  }
}
