package org.tidings.replication.blob;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tidings.feed.blob.Blob;
import org.tidings.feed.ref.BlobId;

/// Who wants and has which blob: [events][Event] in, [actions][Action] out. It knows no bytes, no
/// sockets, no clock, and does the same for the same events. Confined to one thread, or to a lock.
/// Protocol 7.3.
///
/// A peer's own want is taken for ours if the peer is near, and passed on at distance 2; what it
/// passes on itself is only answered. What a peer does not have or sends wrong is not fetched from
/// that peer again while the connection lasts.
final class BlobState {
  /// Of one peer's wants that are not answered yet; what it wants beyond is not heard.
  static final int MOST_WANTS = 1_000;

  /// Taken for ours from one peer, and from all.
  static final int MOST_FORWARDED_EACH = 250;

  static final int MOST_FORWARDED = 1_000;

  private static final long PAUSE_MS = 60_000;

  private final Map<Long, Listener> listeners = new LinkedHashMap<>();
  private final Map<BlobId, Want> wants = new LinkedHashMap<>();
  private final Downloads downloads = new Downloads();
  private final List<Action> actions = new ArrayList<>();
  private long now;
  private long pausedUntil;

  /// What a peer wants and has not been answered, and what it was not told yet because it does not
  /// listen.
  private static final class Listener {
    boolean listens;
    final Set<BlobId> wants = new HashSet<>();
    final Map<BlobId, Long> untold = new HashMap<>();
  }

  /// Takes in what happened and answers what is to be done, in that order.
  ///
  /// @param nowMs any clock that never goes back, in ms
  List<Action> on(Event event, long nowMs) {
    now = nowMs;
    switch (event) {
      case Event.Opened(long link) -> listeners.put(link, new Listener());
      case Event.Closed(long link) -> closed(link);
      case Event.Listening(long link) -> listening(link);
      case Event.Heard heard -> heard(heard);
      case Event.Wished(Set<BlobId> blobs) -> wished(blobs);
      case Event.Stored(BlobId blob, long size) -> stored(blob, size);
      case Event.Failed(long link, BlobId blob, Event.Fault fault) -> failed(link, blob, fault);
      case Event.Tick(Map<BlobId, Long> received) -> tick(received);
    }
    fetch();
    List<Action> answer = List.copyOf(actions);
    actions.clear();
    return answer;
  }

  private void closed(long link) {
    listeners.remove(link);
    downloads.endAll(link);
    wants.values().forEach(want -> want.forget(link));
    dropUnneeded();
  }

  private void listening(long link) {
    Listener listener = listeners.get(link);
    if (listener == null) {
      return;
    }
    Map<BlobId, Long> all = new LinkedHashMap<>(listener.untold);
    wants.forEach(
        (blob, want) -> {
          if (!want.askers.contains(link)) {
            all.put(blob, want.distance());
          }
        });
    listener.listens = true;
    listener.untold.clear();
    actions.add(new Action.Tell(link, all));
  }

  private void heard(Event.Heard heard) {
    Listener listener = listeners.get(heard.link());
    if (listener == null) {
      return;
    }
    Map<BlobId, Long> answers = new LinkedHashMap<>();
    heard
        .told()
        .forEach(
            (blob, value) -> {
              if (value > 0) {
                claimed(heard.link(), blob, value);
              } else if (heard.held().containsKey(blob)) {
                answers.put(blob, heard.held().get(blob));
              } else if (value < 0) {
                wanted(listener, heard, blob, value);
              }
            });
    tell(heard.link(), answers);
  }

  private void claimed(long link, BlobId blob, long size) {
    Want want = wants.get(blob);
    if (want != null && size <= Blob.LARGEST) {
      want.claimed(link, size);
    }
  }

  private void wanted(Listener listener, Event.Heard heard, BlobId blob, long distance) {
    if (listener.wants.size() >= MOST_WANTS) {
      return;
    }
    listener.wants.add(blob);
    Want known = wants.get(blob);
    if (distance < -1 || !heard.near() || isFullFor(heard.link())) {
      return;
    }
    if (known == null) {
      Want want = new Want();
      want.askers.add(heard.link());
      wants.put(blob, want);
      tellWants(Map.of(blob, want));
    } else {
      known.askers.add(heard.link());
    }
  }

  private boolean isFullFor(long link) {
    long forwarded = wants.values().stream().filter(want -> !want.ours).count();
    long theirs = wants.values().stream().filter(want -> want.askers.contains(link)).count();
    return forwarded >= MOST_FORWARDED || theirs >= MOST_FORWARDED_EACH;
  }

  private void wished(Set<BlobId> blobs) {
    wants.forEach((blob, want) -> want.ours &= blobs.contains(blob));
    Map<BlobId, Want> fresh = new LinkedHashMap<>();
    for (BlobId blob : blobs) {
      Want want = wants.computeIfAbsent(blob, key -> new Want());
      if (!want.ours) {
        want.ours = true;
        fresh.put(blob, want);
      }
    }
    dropUnneeded();
    tellWants(fresh);
  }

  private void stored(BlobId blob, long size) {
    wants.remove(blob);
    if (downloads.end(blob)) {
      actions.add(new Action.Cancel(blob));
    }
    listeners.forEach(
        (link, listener) -> {
          if (listener.wants.remove(blob)) {
            tell(link, Map.of(blob, size));
          }
        });
  }

  private void failed(long link, BlobId blob, Event.Fault fault) {
    if (!downloads.end(blob, link)) {
      return;
    }
    switch (fault) {
      case PEER -> shun(link, blob, Long.MAX_VALUE);
      case DISK -> pausedUntil = now + PAUSE_MS;
    }
  }

  private void tick(Map<BlobId, Long> received) {
    downloads
        .stalled(received, now)
        .forEach(
            (blob, link) -> {
              actions.add(new Action.Cancel(blob));
              shun(link, blob, now + PAUSE_MS);
            });
  }

  private void shun(long link, BlobId blob, long untilMs) {
    Want want = wants.get(blob);
    if (want != null) {
      want.shun(link, untilMs);
    }
  }

  /// Our own first, then those of others, each in the order in which they came to be wanted.
  private void fetch() {
    if (now < pausedUntil || downloads.isFull()) {
      return;
    }
    wants.forEach((blob, want) -> fetch(blob, want, true));
    wants.forEach((blob, want) -> fetch(blob, want, false));
  }

  private void fetch(BlobId blob, Want want, boolean ours) {
    if (want.ours == ours && !downloads.isFull() && !downloads.has(blob)) {
      want.best(now, Downloads.MOST_EACH, downloads::from)
          .ifPresent(
              claim -> {
                downloads.begin(blob, claim.link(), now);
                actions.add(new Action.Fetch(claim.link(), blob, claim.size()));
              });
    }
  }

  /// What nobody wants any more is forgotten; a fetch that is under way goes on.
  private void dropUnneeded() {
    wants.values().removeIf(want -> !want.isNeeded());
  }

  private void tellWants(Map<BlobId, Want> fresh) {
    listeners.forEach(
        (link, listener) -> {
          Map<BlobId, Long> news = new LinkedHashMap<>();
          fresh.forEach(
              (blob, want) -> {
                if (listener.listens && !want.askers.contains(link)) {
                  news.put(blob, want.distance());
                }
              });
          tell(link, news);
        });
  }

  private void tell(long link, Map<BlobId, Long> news) {
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
}
