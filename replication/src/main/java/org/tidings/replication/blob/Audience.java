package org.tidings.replication.blob;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;

/// The connected peers: what each wants and has not been answered, and what it is told; and
/// programs of ours that look on. Confined to [BlobState].
final class Audience {
  /// Of one peer's wants that are not answered yet, the newest.
  static final int MOST_WANTS = 1_000;

  private final List<Action> actions;
  private final Map<Long, Listener> listeners = new LinkedHashMap<>();

  /// One of them, and what it was not told yet because it does not listen.
  private static final class Listener {
    final FeedId peer;
    final boolean isProgram;
    final SequencedSet<BlobId> wants = new LinkedHashSet<>();
    final Map<BlobId, Long> untold = new HashMap<>();
    boolean listens;

    Listener(FeedId peer, boolean isProgram) {
      this.peer = peer;
      this.isProgram = isProgram;
    }
  }

  /// What one peer is told of a blob: a distance or a size; nothing, if it is not its business.
  interface Telling {
    Optional<Long> of(FeedId peer, BlobId blob);
  }

  /// @param actions where what is to be told is put
  Audience(List<Action> actions) {
    this.actions = actions;
  }

  void opened(long link, FeedId peer) {
    listeners.put(link, new Listener(peer, false));
  }

  /// A program of ours looks on: it is told what peers are, and has nothing that could be fetched.
  void watches(long link, FeedId self) {
    listeners.put(link, new Listener(self, true));
  }

  void closed(long link) {
    listeners.remove(link);
  }

  /// Who is at the other end; nothing when the connection has ended.
  Optional<FeedId> peer(long link) {
    return Optional.ofNullable(listeners.get(link)).map(listener -> listener.peer);
  }

  /// How many can be asked.
  int listening() {
    return (int)
        listeners.values().stream()
            .filter(listener -> listener.listens && !listener.isProgram)
            .count();
  }

  /// The peer listens from now on: it is told of these blobs, even if there are none.
  void listens(long link, Set<BlobId> blobs, Telling telling) {
    Listener listener = listeners.get(link);
    if (listener == null) {
      return;
    }
    Map<BlobId, Long> all = new LinkedHashMap<>(listener.untold);
    all.putAll(news(listener, blobs, telling));
    listener.listens = true;
    listener.untold.clear();
    actions.add(new Action.Tell(link, all));
  }

  /// The peer wants one more. Of too many the one that it told of longest ago is forgotten: what it
  /// wants no longer it does not tell.
  void wants(long link, BlobId blob) {
    Listener listener = listeners.get(link);
    if (listener != null) {
      listener.wants.addLast(blob);
      if (listener.wants.size() > MOST_WANTS) {
        listener.wants.removeFirst();
      }
    }
  }

  /// Tells everybody who listens of these blobs.
  void tellAll(Set<BlobId> blobs, Telling telling) {
    listeners.forEach(
        (link, listener) -> {
          if (listener.listens) {
            tell(link, news(listener, blobs, telling));
          }
        });
  }

  /// Tells those who wanted a blob, and programs, that it is here.
  void answer(BlobId blob, long size) {
    listeners.forEach(
        (link, listener) -> {
          if (listener.wants.remove(blob) || listener.isProgram) {
            tell(link, Map.of(blob, size));
          }
        });
  }

  /// Tells one peer, as soon as it listens.
  void tell(long link, Map<BlobId, Long> news) {
    Listener listener = listeners.get(link);
    if (listener == null || news.isEmpty()) {
      return;
    }
    if (listener.listens) {
      actions.add(new Action.Tell(link, news));
    } else if (listener.untold.size() < MOST_WANTS) {
      listener.untold.putAll(news);
    }
  }

  private static Map<BlobId, Long> news(Listener listener, Set<BlobId> blobs, Telling telling) {
    Map<BlobId, Long> news = new LinkedHashMap<>();
    for (BlobId blob : blobs) {
      telling.of(listener.peer, blob).ifPresent(value -> news.put(blob, value));
    }
    return news;
  }
}
