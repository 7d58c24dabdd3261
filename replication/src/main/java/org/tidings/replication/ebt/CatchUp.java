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

  /// A feed of which nothing has come for so long, in ms, is not under way, where nothing else has
  /// come either, or so much that it must have been its turn: what peers say to have and do not
  /// send is no progress to be shown.
  static final long STANDSTILL = 60_000;

  private final Sources sources;

  private final Map<FeedId, Lag> behind = new HashMap<>();

  private final Deque<Mark> marks = new ArrayDeque<>();
  private long feedsDone;
  private long messagesDone;
  private long movedAt;

  /// A feed that is behind.
  ///
  /// @param wanted the last message somebody said to have
  /// @param movedAt when something of it last came, in ms
  /// @param doneThen how much had come by then, of all feeds
  private record Lag(long wanted, long movedAt, long doneThen) {
    Lag upTo(long message) {
      return new Lag(message, movedAt, doneThen);
    }
  }

  /// How much had come at one time, in ms.
  private record Mark(long at, long messages) {}

  CatchUp(Sources sources) {
    this.sources = sources;
  }

  /// So many messages of the feed were stored.
  void stored(FeedId feed, long messages, long now) {
    Lag lag = behind.get(feed);
    if (lag != null) {
      messagesDone += messages;
      movedAt = now;
      behind.put(feed, new Lag(lag.wanted, now, messagesDone));
    }
  }

  /// How far we are; empty when nothing is under way.
  Optional<SyncProgress> look(long now) {
    if (behind.isEmpty()) {
      feedsDone = 0;
      messagesDone = 0;
      marks.clear();
      movedAt = now;
    }
    sort(now);
    withhold(now);
    return behind.isEmpty() ? Optional.empty() : Optional.of(progress(now));
  }

  /// Takes in what is behind now, and lets go of what no longer is.
  private void sort(long now) {
    Set<FeedId> candidates = new HashSet<>(sources.awaited());
    candidates.addAll(behind.keySet());
    for (FeedId feed : candidates) {
      long ours = sources.of(feed).ours;
      long most = sources.most(feed);
      if (most <= ours) {
        Lag lag = behind.remove(feed);
        feedsDone += lag != null && lag.wanted <= ours ? 1 : 0;
      } else {
        behind.put(feed, behind.getOrDefault(feed, new Lag(most, now, messagesDone)).upTo(most));
      }
    }
  }

  /// Lets go of what is not under way: peers send a page of each feed in turn.
  private void withhold(long now) {
    long round = (long) behind.size() * Session.PAGE;
    boolean isStill = now - movedAt >= STANDSTILL;
    List<FeedId> still = new ArrayList<>();
    behind.forEach(
        (feed, lag) -> {
          boolean missedItsTurn = messagesDone - lag.doneThen >= round;
          if (now - lag.movedAt >= STANDSTILL && (isStill || missedItsTurn)) {
            still.add(feed);
          }
        });
    for (FeedId feed : still) {
      behind.remove(feed);
      sources.unkept(feed);
    }
  }

  private SyncProgress progress(long now) {
    long left = 0;
    Map<FeedId, SyncProgress.Owed> owed = new HashMap<>();
    for (Map.Entry<FeedId, Lag> feed : behind.entrySet()) {
      FeedProgress progress = sources.of(feed.getKey());
      long lacking = feed.getValue().wanted - progress.ours;
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
