package org.tidings.feed.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.tidings.feed.content.Contact.Edge;
import org.tidings.feed.ref.FeedId;

/// What feeds last said about each other, and how far each is from one of them, by their ids; the
/// [Reach] below knows numbers alone. Not thread-safe: guarded by the lock of the graph.
final class Ties {

  private final Map<FeedId, Integer> numbers = new HashMap<>();
  private final List<FeedId> feeds = new ArrayList<>();
  private final Reach reach;

  /// The root of the reach is number 0.
  ///
  /// @param maxHops how far feeds are expected
  Ties(FeedId root, int maxHops) {
    this.reach = new Reach(maxHops);
    numbers.put(root, 0);
    feeds.add(root);
  }

  /// Whoever blocks themselves has said nothing. Seen after [#settle]. Returns whether this changed
  /// anything.
  boolean put(FeedId from, FeedId to, Edge edge) {
    boolean isMeant = edge != Edge.BLOCK || !from.equals(to);
    return isMeant && reach.put(numberOf(from), numberOf(to), edge);
  }

  /// Takes back whatever `from` said about `to`. Seen after [#settle]. Returns whether this changed
  /// anything.
  boolean remove(FeedId from, FeedId to) {
    return reach.remove(numberOf(from), numberOf(to));
  }

  /// Feeds are expected that far from now on. Seen after [#settle].
  void expectWithin(int hops) {
    reach.expectWithin(hops);
  }

  /// Works off what was put and returns the feeds whose distance changed.
  Map<FeedId, Hops> settle() {
    Map<FeedId, Hops> changed = new HashMap<>();
    reach.settle().forEach((number, hops) -> changed.put(feeds.get(number), hops));
    return changed;
  }

  /// Works out all distances, as [Reach#settleAtFirst].
  void settleAtFirst() {
    reach.settleAtFirst();
  }

  /// How many feeds have a distance of which this is so.
  int count(Predicate<Hops> condition) {
    return (int)
        IntStream.range(0, feeds.size()).mapToObj(reach::distance).filter(condition).count();
  }

  Hops distance(FeedId feed) {
    Integer number = numbers.get(feed);
    return number == null ? Hops.UNKNOWN : reach.distance(number);
  }

  boolean says(FeedId by, Edge edge, FeedId who) {
    Integer from = numbers.get(by);
    Integer to = numbers.get(who);
    return from != null && to != null && reach.edge(from, to).equals(Optional.of(edge));
  }

  /// Those of whom a feed says that.
  Set<FeedId> said(FeedId by, Edge edge) {
    Set<FeedId> whom = new HashSet<>();
    Integer from = numbers.get(by);
    if (from != null) {
      reach.forEachEdge(
          from,
          (to, said) -> {
            if (said == edge) {
              whom.add(feeds.get(to));
            }
          });
    }
    return whom;
  }

  /// Those who say that of a feed.
  Set<FeedId> saying(Edge edge, FeedId who) {
    Set<FeedId> by = new HashSet<>();
    Integer to = numbers.get(who);
    if (to != null) {
      reach.forEachEdgeTo(
          to,
          (from, said) -> {
            if (said == edge) {
              by.add(feeds.get(from));
            }
          });
    }
    return by;
  }

  /// Everything, by who said it.
  Map<FeedId, Map<FeedId, Edge>> edges() {
    Map<FeedId, Map<FeedId, Edge>> edges = new HashMap<>();
    for (int from = 0; from < feeds.size(); from++) {
      Map<FeedId, Edge> said = new HashMap<>();
      reach.forEachEdge(from, (to, edge) -> said.put(feeds.get(to), edge));
      if (!said.isEmpty()) {
        edges.put(feeds.get(from), said);
      }
    }
    return edges;
  }

  /// The distance of every feed that has any.
  Map<FeedId, Hops> known() {
    Map<FeedId, Hops> known = new HashMap<>();
    numbers.forEach(
        (feed, number) -> {
          if (reach.distance(number).isKnown()) {
            known.put(feed, reach.distance(number));
          }
        });
    return known;
  }

  /// The feeds within so many hops, the nearest first.
  List<FeedId> within(int hops) {
    return IntStream.range(0, feeds.size())
        .filter(number -> reach.distance(number).isWithin(hops))
        .boxed()
        .sorted(Comparator.comparing(reach::distance))
        .map(feeds::get)
        .toList();
  }

  private int numberOf(FeedId feed) {
    Integer known = numbers.get(feed);
    if (known != null) {
      return known;
    }
    int number = reach.addFeed();
    numbers.put(feed, number);
    feeds.add(feed);
    return number;
  }
}
