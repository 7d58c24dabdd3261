package org.tidings.feed.index;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import org.tidings.feed.store.Row;

/// Threads by their newest posts, of several sources that each tell their posts from the newest on,
/// such as feeds. Of each source only as much is read as is newer than the last thread taken.
/// Confined to one transaction.
final class ThreadMerge {

  /// The thread of a spot that only tells when its source has something. No thread has this number.
  private static final long UNREAD = 0;

  /// So many posts of a source are read first, and twice as many each time after that: of most one
  /// or two are wanted, of some very many.
  private static final int FIRST_CHUNK = 4;

  private static final int LARGEST_CHUNK = 64;

  private final Source source;
  private final Function<Spot, Optional<ThreadWalk.Place>> place;
  private final TimelineKey after;

  /// A post of a source.
  record Spot(long source, long thread, TimelineKey key) {

    private static final Comparator<Spot> NEWEST_FIRST =
        Comparator.comparing(Spot::key, TimelineKey.NEWEST_FIRST);

    /// A source, and when its next post was written; less than 0 where there is none.
    static Spot ahead(Row row) {
      return new Spot(row.number(1), UNREAD, new TimelineKey(row.number(2), Long.MAX_VALUE));
    }
  }

  /// Where posts are read.
  @FunctionalInterface
  interface Source {
    /// At most `limit` posts of a source, newest first, after `after`.
    List<Spot> posts(long source, TimelineKey after, int limit);
  }

  /// What is read of a source and not looked at yet.
  private static final class Rest {
    final Deque<Spot> spots = new ArrayDeque<>();
    int chunk = FIRST_CHUNK;
  }

  /// @param after where the page begins
  /// @param place where the thread stands whose newest post this is; empty where it is not shown
  ThreadMerge(TimelineKey after, Source source, Function<Spot, Optional<ThreadWalk.Place>> place) {
    this.after = after;
    this.source = source;
    this.place = place;
  }

  /// At most `limit` threads.
  ///
  /// @param ahead of each source, as [Spot#ahead] tells
  List<ThreadWalk.Place> places(Collection<Spot> ahead, int limit) {
    Queue<Spot> next = new PriorityQueue<>(Spot.NEWEST_FIRST);
    ahead.stream().filter(spot -> spot.key.shownMs() >= 0).forEach(next::add);
    Map<Long, Rest> read = new HashMap<>();
    Set<Long> seen = new HashSet<>(Set.of(UNREAD));
    List<ThreadWalk.Place> places = new ArrayList<>();
    while (places.size() < limit && !next.isEmpty()) {
      Spot spot = next.remove();
      if (seen.add(spot.thread)) {
        place.apply(spot).ifPresent(places::add);
      }
      Rest rest = read.computeIfAbsent(spot.source, number -> new Rest());
      if (rest.spots.isEmpty()) {
        TimelineKey from = spot.thread == UNREAD ? after : spot.key;
        rest.spots.addAll(source.posts(spot.source, from, rest.chunk));
        rest.chunk = Math.min(rest.chunk * 2, LARGEST_CHUNK);
      }
      Optional.ofNullable(rest.spots.poll()).ifPresent(next::add);
    }
    return places;
  }
}
