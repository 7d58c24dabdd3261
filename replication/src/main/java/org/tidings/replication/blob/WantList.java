package org.tidings.replication.blob;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.tidings.feed.ref.BlobId;

/// All that we want, for whatever reason; what nobody wants any more is forgotten. Confined to
/// [BlobState].
final class WantList {
  /// Taken for ours from one peer, and from all.
  static final int MOST_FORWARDED_EACH = 250;

  static final int MOST_FORWARDED = 1_000;

  private static final long NEAREST = -1;

  private final Map<BlobId, Want> wants = new LinkedHashMap<>();

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
    return want;
  }

  void unask(BlobId blob) {
    of(blob).ifPresent(want -> want.asked = false);
    dropUnneeded();
  }

  /// A near peer wants it, or a peer of that peer: we want it for that peer, unless we do enough
  /// for peers already. What we want ourselves is not taken from those who only pass it on, for
  /// they may do so for us.
  ///
  /// @param distance as the peer says
  /// @return whether others are to be told: it is new, or nearer than before
  boolean forward(long link, BlobId blob, long distance) {
    Optional<Want> before = of(blob);
    boolean ours = before.filter(Want::isOurs).isPresent();
    if (ours ? distance < NEAREST : isFullFor(link)) {
      return false;
    }
    long told = before.map(Want::distance).orElse(Long.MIN_VALUE);
    Want want = before.orElseGet(() -> add(blob));
    want.askers.merge(link, distance, Math::max);
    return want.distance() > told;
  }

  private Want add(BlobId blob) {
    Want want = new Want();
    wants.put(blob, want);
    return want;
  }

  void forget(long link) {
    wants.values().forEach(want -> want.forget(link));
    dropUnneeded();
  }

  /// It is here.
  ///
  /// @return what was wanted
  Optional<Want> remove(BlobId blob) {
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

  private boolean isFullFor(long link) {
    List<Want> forwarded = wants.values().stream().filter(want -> !want.isOurs()).toList();
    long theirs = forwarded.stream().filter(want -> want.askers.containsKey(link)).count();
    return forwarded.size() >= MOST_FORWARDED || theirs >= MOST_FORWARDED_EACH;
  }

  /// What is being fetched goes on being fetched all the same.
  private void dropUnneeded() {
    wants.values().removeIf(want -> !want.isNeeded());
  }
}
