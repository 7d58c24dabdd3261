package org.tidings.replication.blob;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.tidings.feed.ref.BlobId;

/// All that we want, for whatever reason; what nobody wants any more is forgotten. Confined to
/// [BlobState].
final class WantList {
  /// Taken for ours from one peer, and from all.
  static final int MOST_FORWARDED_EACH = 250;

  static final int MOST_FORWARDED = 1_000;

  /// So long, in ms, one of too many is wanted before it gives way to one that is new: whoever
  /// wants without end has us tell others no more than that.
  private static final long ASKED_MS = 60_000;

  private static final long NEAREST = -1;

  private final Map<BlobId, Want> wants = new LinkedHashMap<>();

  /// What there was no room for, by the peers that want it, and how far from each the one is who
  /// does.
  private final Map<Long, SequencedMap<BlobId, Long>> waiting = new HashMap<>();

  /// Until when, in ms, there is no room for one more of a peer unless one goes: whoever wants
  /// without end is answered quickly.
  private final Map<Long, Long> fullUntil = new HashMap<>();

  Optional<Want> of(BlobId blob) {
    return Optional.ofNullable(wants.get(blob));
  }

  Set<BlobId> blobs() {
    return wants.keySet();
  }

  /// Replaces what we want ourselves.
  ///
  /// @return what is new among it
  Set<BlobId> wish(Set<BlobId> asked, Set<BlobId> named) {
    wants.forEach(
        (blob, want) -> {
          want.asked &= asked.contains(blob);
          want.named &= named.contains(blob);
        });
    Set<BlobId> fresh = new LinkedHashSet<>();
    asked.forEach(blob -> wanted(blob, fresh).asked = true);
    named.forEach(blob -> wanted(blob, fresh).named = true);
    dropUnneeded();
    return fresh;
  }

  /// Somebody asks for it by name.
  Want ask(BlobId blob) {
    Want want = of(blob).orElseGet(() -> add(blob));
    want.asked = true;
    fullUntil.clear();
    return want;
  }

  /// A near peer wants it, or a peer of that peer: we want it for that peer, unless we do enough
  /// for peers already and none of it for long: then it waits for its turn. What we want ourselves
  /// is not taken from those who only pass it on, for they may do so for us.
  ///
  /// @param distance as the peer says
  /// @return whether others are to be told: it is new, or nearer than before
  boolean forward(long link, BlobId blob, long distance, long nowMs) {
    boolean ours = of(blob).filter(Want::isOurs).isPresent();
    boolean known = of(blob).filter(want -> want.askers.containsKey(link)).isPresent();
    if (ours && distance < NEAREST) {
      return false;
    }
    if (!ours && !known && !hasRoomFor(link, nowMs)) {
      putOff(link, blob, distance);
      return false;
    }
    Optional<Want> before = of(blob);
    long told = before.map(Want::distance).orElse(Long.MIN_VALUE);
    Want want = before.orElseGet(() -> add(blob));
    want.forwardedMs = known ? want.forwardedMs : nowMs;
    want.askers.merge(link, distance, Math::max);
    return want.distance() > told;
  }

  private void putOff(long link, BlobId blob, long distance) {
    SequencedMap<BlobId, Long> queue =
        waiting.computeIfAbsent(link, unknown -> new LinkedHashMap<>());
    queue.merge(blob, distance, Math::max);
    if (queue.size() > Audience.MOST_WANTS) {
      queue.pollFirstEntry();
    }
  }

  /// The same with what waits, as far as there is room by now. Each has one turn.
  ///
  /// @return what others are to be told of
  Set<BlobId> forwardWaiting(long nowMs) {
    Set<BlobId> fresh = new LinkedHashSet<>();
    waiting.forEach(
        (link, queue) -> {
          while (!queue.isEmpty() && hasRoomFor(link, nowMs)) {
            Map.Entry<BlobId, Long> next = queue.pollFirstEntry();
            if (forward(link, next.getKey(), next.getValue(), nowMs)) {
              fresh.add(next.getKey());
            }
          }
        });
    return fresh;
  }

  private Want add(BlobId blob) {
    Want want = new Want();
    wants.put(blob, want);
    return want;
  }

  void forget(long link) {
    waiting.remove(link);
    wants.values().forEach(want -> want.forget(link));
    dropUnneeded();
  }

  /// It is here.
  ///
  /// @return what was wanted
  Optional<Want> remove(BlobId blob) {
    fullUntil.clear();
    waiting.values().forEach(queue -> queue.remove(blob));
    return Optional.ofNullable(wants.remove(blob));
  }

  /// Those asked for by name first, then those named, then those of others, each in the order in
  /// which they came to be wanted.
  void byUrgency(BiConsumer<BlobId, Want> visit) {
    for (Want.Urgency urgency : Want.Urgency.values()) {
      wants.forEach(
          (blob, want) -> {
            if (want.urgency() == urgency) {
              visit.accept(blob, want);
            }
          });
    }
  }

  private Want wanted(BlobId blob, Set<BlobId> fresh) {
    Want want = of(blob).orElseGet(() -> add(blob));
    if (!want.isOurs()) {
      fresh.add(blob);
    }
    return want;
  }

  private boolean hasRoomFor(long link, long nowMs) {
    if (nowMs < fullUntil.getOrDefault(link, Long.MIN_VALUE)) {
      return false;
    }
    List<Want> forwarded = wants.values().stream().filter(want -> !want.isOurs()).toList();
    List<Want> theirs = forwarded.stream().filter(want -> want.askers.containsKey(link)).toList();
    if (theirs.size() >= MOST_FORWARDED_EACH) {
      return givesWay(link, theirs, want -> want.askers.remove(link), nowMs);
    }
    return forwarded.size() < MOST_FORWARDED
        || givesWay(link, forwarded, want -> want.askers.clear(), nowMs);
  }

  /// Whether one of them has been wanted for so long that it makes room; it does then.
  private boolean givesWay(long link, List<Want> forwarded, Consumer<Want> giveUp, long nowMs) {
    Want oldest = Collections.min(forwarded, Comparator.comparingLong(want -> want.forwardedMs));
    if (nowMs - oldest.forwardedMs < ASKED_MS) {
      fullUntil.put(link, oldest.forwardedMs + ASKED_MS);
      return false;
    }
    giveUp.accept(oldest);
    dropUnneeded();
    return true;
  }

  /// What is being fetched goes on being fetched all the same.
  private void dropUnneeded() {
    fullUntil.clear();
    wants.values().removeIf(want -> !want.isNeeded());
  }
}
