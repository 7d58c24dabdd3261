package org.tidings.feed.graph;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidings.feed.content.Contact.Edge;

/// The edges at one end of a feed, kept small: a hash table of the numbers of the other ends, with
/// what was said, so that no order of arrival makes it slow. Not thread-safe: guarded by the lock
/// of the graph.
final class Neighbours {

  private static final int FREE = -1;

  /// Spreads numbers that follow each other.
  private static final int SPREAD = 0x9E3779B9;

  /// What those have that have no edges, as most have none outward: never changed.
  private static final int[] NO_ENDS = {FREE, FREE};

  private static final @Nullable Edge[] NO_EDGES = new Edge[NO_ENDS.length];

  private int[] ends = NO_ENDS;
  private @Nullable Edge[] edges = NO_EDGES;
  private int size;

  /// Returns whether this changed anything.
  boolean put(int end, Edge edge) {
    int slot = slotOf(end);
    if (ends[slot] == end) {
      boolean changed = edges[slot] != edge;
      edges[slot] = edge;
      return changed;
    }
    if (size == 0) {
      ends = NO_ENDS.clone();
      edges = NO_EDGES.clone();
      slot = slotOf(end);
    }
    ends[slot] = end;
    edges[slot] = edge;
    size++;
    if (size * 4 > ends.length * 3) {
      rehash(ends.length * 2);
    }
    return true;
  }

  /// Returns whether there was such an end.
  boolean remove(int end) {
    int slot = slotOf(end);
    if (ends[slot] != end) {
      return false;
    }
    ends[slot] = FREE;
    edges[slot] = null;
    size--;
    closeGap(slot);
    return true;
  }

  Optional<Edge> get(int end) {
    int slot = slotOf(end);
    return ends[slot] == end ? Optional.ofNullable(edges[slot]) : Optional.empty();
  }

  /// Is shown one edge after the other.
  @FunctionalInterface
  interface Visitor {
    void visit(int end, Edge edge);
  }

  void forEach(Visitor visitor) {
    for (int slot = 0; slot < ends.length; slot++) {
      Edge edge = edges[slot];
      if (edge != null) {
        visitor.visit(ends[slot], edge);
      }
    }
  }

  /// Where this end is, or would be put. There is always a free slot.
  private int slotOf(int end) {
    int slot = (end * SPREAD) >>> (32 - Integer.numberOfTrailingZeros(ends.length));
    while (ends[slot] != FREE && ends[slot] != end) {
      slot = (slot + 1) & (ends.length - 1);
    }
    return slot;
  }

  /// Puts those that stand behind a slot that became free where they are found without it.
  private void closeGap(int free) {
    int slot = (free + 1) & (ends.length - 1);
    while (ends[slot] != FREE) {
      int end = ends[slot];
      Edge edge = edges[slot];
      ends[slot] = FREE;
      edges[slot] = null;
      int better = slotOf(end);
      ends[better] = end;
      edges[better] = edge;
      slot = (slot + 1) & (ends.length - 1);
    }
  }

  private void rehash(int slots) {
    int[] oldEnds = ends;
    @Nullable Edge[] oldEdges = edges;
    ends = new int[slots];
    Arrays.fill(ends, FREE);
    edges = new Edge[slots];
    for (int old = 0; old < oldEnds.length; old++) {
      if (oldEnds[old] != FREE) {
        int slot = slotOf(oldEnds[old]);
        ends[slot] = oldEnds[old];
        edges[slot] = oldEdges[old];
      }
    }
  }
}
