package org.tidings.replication.ebt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tidings.feed.ref.FeedId;

/// Counts how far we are with what others have and we lack: from the first feed that is behind
/// until none is. Its cost goes with the feeds that are behind, never with all of them, and only
/// when somebody looks. Confined to its [EbtState].
final class CatchUp {
  /// The rate is that of so long, in ms.
  private static final long WINDOW = 10_000;

  /// Where nothing has come for so long, in ms, nothing is under way: what peers say to have and do
  /// not send is no progress to be shown.
  static final long STANDSTILL = 60_000;

  private final Sources sources;

  /// Feeds that are behind, with the last message somebody said to have.
  private final Map<FeedId, Long> behind = new HashMap<>();

  /// Feeds of which nothing came, with how far we had them then.
  private final Map<FeedId, Long> withheld = new HashMap<>();

  private final Deque<Mark> marks = new ArrayDeque<>();
  private long feedsDone;
  private long messagesDone;
  private long movedAt;

  /// How much had come at one time, in ms.
  private record Mark(long at, long messages) {}

  CatchUp(Sources sources) {
    this.sources = sources;
  }

  /// So many messages of the feed were stored.
  void stored(FeedId feed, long messages, long now) {
    if (behind.containsKey(feed)) {
      messagesDone += messages;
      movedAt = now;
    }
  }

  /// How far we are; empty when nothing is under way.
  Optional<SyncProgress> look(long now) {
    boolean begins = behind.isEmpty();
    sort();
    if (begins) {
      feedsDone = 0;
      messagesDone = 0;
      marks.clear();
      movedAt = now;
    } else if (now - movedAt >= STANDSTILL) {
      behind.keySet().forEach(feed -> withheld.put(feed, sources.of(feed).ours));
      behind.clear();
    }
    return behind.isEmpty() ? Optional.empty() : Optional.of(progress(now));
  }

  /// Takes in what is behind now, and lets go of what no longer is.
  private void sort() {
    Set<FeedId> candidates = new HashSet<>(sources.awaited());
    candidates.addAll(behind.keySet());
    candidates.addAll(withheld.keySet());
    for (FeedId feed : candidates) {
      long ours = sources.of(feed).ours;
      long most = sources.most(feed);
      if (most <= ours) {
        withheld.remove(feed);
        Long wanted = behind.remove(feed);
        feedsDone += wanted != null && wanted <= ours ? 1 : 0;
      } else if (withheld.getOrDefault(feed, -1L) != ours) {
        withheld.remove(feed);
        behind.put(feed, most);
      }
    }
  }

  private SyncProgress progress(long now) {
    long left = 0;
    Map<FeedId, SyncProgress.Owed> owed = new HashMap<>();
    for (Map.Entry<FeedId, Long> feed : behind.entrySet()) {
      FeedProgress progress = sources.of(feed.getKey());
      long lacking = feed.getValue() - progress.ours;
      left += lacking;
      Session source = progress.source;
      if (source != null) {
        owed.merge(source.peer, new SyncProgress.Owed(source.peer, 1, lacking), CatchUp::both);
      }
    }
    List<SyncProgress.Owed> from = new ArrayList<>(owed.values());
    from.sort(Comparator.comparingLong(SyncProgress.Owed::messages).reversed());
    return new SyncProgress(feedsDone, behind.size(), messagesDone, left, rate(now), from);
  }

  private static SyncProgress.Owed both(SyncProgress.Owed one, SyncProgress.Owed more) {
    return new SyncProgress.Owed(
        one.peer(), one.feeds() + more.feeds(), one.messages() + more.messages());
  }

  private double rate(long now) {
    marks.addLast(new Mark(now, messagesDone));
    while (now - marks.getFirst().at() > WINDOW) {
      marks.removeFirst();
    }
    Mark first = marks.getFirst();
    long over = now - first.at();
    return over == 0 ? 0 : (messagesDone - first.messages()) * 1_000.0 / over;
  }
}
