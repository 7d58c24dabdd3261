package org.tidings.feed.graph;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tidings.feed.content.Contact.Edge;
import org.tidings.feed.ref.FeedId;

/// Who follows and blocks whom, seen from our own feed (protocol 9). Memory grows with feeds and
/// the edges between them. Thread-safe: one read-write lock guards everything; only the store's
/// writer changes it.
public final class SocialGraph {

  private final FeedId self;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Set<FeedId> kept = new HashSet<>();
  private int maxHops;
  private Ties ties;
  private long revision;
  private @Nullable SequencedSet<FeedId> wanted;

  /// A graph in which nobody knows anybody.
  ///
  /// @param maxHops how far feeds are wanted
  public SocialGraph(FeedId self, int maxHops) {
    this.self = self;
    this.maxHops = maxHops;
    this.ties = new Ties(self, maxHops);
  }

  public FeedId self() {
    return self;
  }

  /// How far feeds are fetched.
  public int maxHops() {
    return locked(lock.readLock(), () -> maxHops);
  }

  /// Feeds are wanted that far from now on. Seen after [#settle]. Only on the writer's thread.
  public void wantWithin(int hops) {
    locked(
        lock.writeLock(),
        () -> {
          revision += maxHops == hops ? 0 : 1;
          maxHops = hops;
          ties.expectWithin(hops);
          wanted = null;
          return true;
        });
  }

  /// How far the feed is; [Hops#UNKNOWN] when nobody in reach names it.
  public Hops hops(FeedId feed) {
    return locked(lock.readLock(), () -> ties.distance(feed));
  }

  /// The feeds we fetch and pass on: our own, those in reach and those that are kept, unless they
  /// are blocked. The nearest first.
  public SequencedSet<FeedId> wanted() {
    return locked(lock.writeLock(), this::collectWanted);
  }

  public boolean wants(FeedId feed) {
    return locked(lock.readLock(), () -> isWanted(feed, ties.distance(feed)));
  }

  private boolean isWanted(FeedId feed, Hops hops) {
    return hops.isWithin(maxHops) || (kept.contains(feed) && !hops.isBlocked());
  }

  /// The feeds a person brought in by hand, and nothing else, are kept however far they are. Only
  /// on the writer's thread.
  public void keepOnly(Set<FeedId> feeds) {
    locked(
        lock.writeLock(),
        () -> {
          revision += kept.equals(feeds) ? 0 : 1;
          kept.clear();
          kept.addAll(feeds);
          wanted = null;
          return true;
        });
  }

  /// Keeps one more. Only on the writer's thread.
  public void keep(FeedId feed) {
    locked(
        lock.writeLock(),
        () -> {
          boolean changed = kept.add(feed);
          revision += changed ? 1 : 0;
          wanted = changed ? null : wanted;
          return changed;
        });
  }

  /// Whom we follow.
  public Set<FeedId> followed() {
    return locked(lock.readLock(), () -> ties.said(self, Edge.FOLLOW));
  }

  /// Whether `by` has said that it blocks `who`.
  public boolean blocks(FeedId by, FeedId who) {
    return locked(lock.readLock(), () -> ties.says(by, Edge.BLOCK, who));
  }

  /// All who have said that they block `who`.
  public Set<FeedId> blockersOf(FeedId who) {
    return locked(lock.readLock(), () -> ties.saying(Edge.BLOCK, who));
  }

  /// Whether `by` has said that it follows `who`.
  public boolean follows(FeedId by, FeedId who) {
    return locked(lock.readLock(), () -> ties.says(by, Edge.FOLLOW, who));
  }

  /// All that feeds last said about each other, by who said it.
  public Map<FeedId, Map<FeedId, Edge>> edges() {
    return locked(lock.readLock(), () -> ties.edges());
  }

  /// The hops of every feed that has any, as they are for another feed.
  ///
  /// @param max how far to look
  /// @param reverse whether to go from those who are followed to those who follow
  public Map<FeedId, Hops> seenFrom(FeedId start, int max, boolean reverse) {
    Ties theirs = new Ties(start, max);
    edges()
        .forEach(
            (by, said) ->
                said.forEach(
                    (who, edge) -> theirs.put(reverse ? who : by, reverse ? by : who, edge)));
    theirs.settleAtFirst();
    return theirs.known();
  }

  public Relationship relationship(FeedId other) {
    return locked(
        lock.readLock(),
        () ->
            new Relationship(
                ties.says(self, Edge.FOLLOW, other),
                ties.says(other, Edge.FOLLOW, self),
                ties.says(self, Edge.BLOCK, other),
                ties.says(other, Edge.BLOCK, self),
                ties.distance(other)));
  }

  /// What `from` last said about `to`. Whoever blocks themselves has said nothing, or they would
  /// not get their feed back. Seen after [#settle]. Only on the writer's thread.
  public void put(FeedId from, FeedId to, Edge edge) {
    locked(
        lock.writeLock(),
        () -> {
          boolean changed = ties.put(from, to, edge);
          revision += changed ? 1 : 0;
          return changed;
        });
  }

  /// Grows whenever any edge changes.
  public long revision() {
    return locked(lock.readLock(), () -> revision);
  }

  /// Works off what was put and returns the feeds whose hops changed. Only on the writer's thread.
  public Map<FeedId, Hops> settle() {
    return locked(lock.writeLock(), this::settleLocked);
  }

  /// Takes back whatever `from` said about `to`. Seen after [#settle]. Only on the writer's thread.
  public void forget(FeedId from, FeedId to) {
    locked(
        lock.writeLock(),
        () -> {
          boolean changed = ties.remove(from, to);
          revision += changed ? 1 : 0;
          return changed;
        });
  }

  /// A graph of the same root and the same limit in which nobody knows anybody.
  public SocialGraph blank() {
    return new SocialGraph(self, maxHops());
  }

  /// Takes in what feeds last said.
  @FunctionalInterface
  public interface Edges {
    /// What `from` last said about `to`.
    void put(FeedId from, FeedId to, Edge edge);
  }

  /// Replaces everything by the edges that `filling` puts, in one moment for whoever asks. Only on
  /// the writer's thread.
  public void replace(Consumer<Edges> filling) {
    Ties fresh = new Ties(self, maxHops());
    filling.accept(fresh::put);
    fresh.settleAtFirst();
    locked(
        lock.writeLock(),
        () -> {
          ties = fresh;
          wanted = null;
          revision++;
          return true;
        });
  }

  /// How many feeds have hops of which this is so.
  public int count(Predicate<Hops> condition) {
    return locked(lock.readLock(), () -> ties.count(condition));
  }

  /// The hops of every feed that has any.
  public Map<FeedId, Hops> known() {
    return locked(lock.readLock(), () -> ties.known());
  }

  private Map<FeedId, Hops> settleLocked() {
    Map<FeedId, Hops> changed = ties.settle();
    if (!changed.isEmpty()) {
      wanted = null;
    }
    return changed;
  }

  private SequencedSet<FeedId> collectWanted() {
    if (wanted == null) {
      SequencedSet<FeedId> found = new LinkedHashSet<>(ties.within(maxHops));
      kept.stream().filter(feed -> isWanted(feed, ties.distance(feed))).forEach(found::add);
      wanted = Collections.unmodifiableSequencedSet(found);
    }
    return wanted;
  }

  private static <T> T locked(Lock lock, Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
