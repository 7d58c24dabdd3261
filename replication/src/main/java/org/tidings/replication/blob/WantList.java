package org.tidings.replication.blob;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
    Want want = wants.computeIfAbsent(blob, key -> new Want());
    want.asked = true;
    return want;
  }

  void unask(BlobId blob) {
    of(blob).ifPresent(want -> want.asked = false);
    dropUnneeded();
  }

  /// A near peer wants it: we want it for that peer, unless we do enough for peers already.
  ///
  /// @return whether that is new
  boolean forward(long link, BlobId blob) {
    if (isFullFor(link)) {
      return false;
    }
    boolean fresh = !wants.containsKey(blob);
    wants.computeIfAbsent(blob, key -> new Want()).askers.add(link);
    return fresh;
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
    Want want = wants.computeIfAbsent(blob, key -> new Want());
    if (!want.isOurs()) {
      fresh.add(blob);
    }
    return want;
  }

  private boolean isFullFor(long link) {
    long forwarded = wants.values().stream().filter(want -> !want.isOurs()).count();
    long theirs = wants.values().stream().filter(want -> want.askers.contains(link)).count();
    return forwarded >= MOST_FORWARDED || theirs >= MOST_FORWARDED_EACH;
  }

  /// What is being fetched goes on being fetched all the same.
  private void dropUnneeded() {
    wants.values().removeIf(want -> !want.isNeeded());
  }
}
