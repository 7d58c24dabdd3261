package org.tidings.feed.graph;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.tidings.feed.content.Contact.Edge;

/// The edges at one end of a feed, kept small: sorted numbers of the other ends and what was said.
/// Not thread-safe: guarded by the lock of the graph.
final class Neighbours {

  private int[] ends = new int[2];
  private Edge[] edges = new Edge[2];
  private int size;

  /// Returns whether this changed anything.
  boolean put(int end, Edge edge) {
    int at = Arrays.binarySearch(ends, 0, size, end);
    if (at >= 0) {
      boolean changed = edges[at] != edge;
      edges[at] = edge;
      return changed;
    }
    insert(-at - 1, end, edge);
    return true;
  }

  /// Returns whether there was such an end.
  boolean remove(int end) {
    int at = Arrays.binarySearch(ends, 0, size, end);
    if (at < 0) {
      return false;
    }
    System.arraycopy(ends, at + 1, ends, at, size - at - 1);
    System.arraycopy(edges, at + 1, edges, at, size - at - 1);
    size--;
    return true;
  }

  private void insert(int at, int end, Edge edge) {
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
      edges = Arrays.copyOf(edges, size * 2);
    }
    System.arraycopy(ends, at, ends, at + 1, size - at);
    System.arraycopy(edges, at, edges, at + 1, size - at);
    ends[at] = end;
    edges[at] = edge;
    size++;
  }

  Optional<Edge> get(int end) {
    int at = Arrays.binarySearch(ends, 0, size, end);
    return at < 0 ? Optional.empty() : Optional.of(edges[at]);
  }

  void forEachEnd(IntConsumer each) {
    for (int i = 0; i < size; i++) {
      each.accept(ends[i]);
    }
  }

  int size() {
    return size;
  }

  int end(int at) {
    return ends[at];
  }

  Edge edge(int at) {
    return edges[at];
  }
}
