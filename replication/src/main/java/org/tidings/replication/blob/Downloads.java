package org.tidings.replication.blob;

import static org.tidings.replication.blob.Want.Urgency.ASKED;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tidings.feed.ref.BlobId;

/// What is being fetched, and from whom: one source for each blob, few in all, fewer from one peer
/// and from strangers together. Where there is no place left, what somebody asks for by name takes
/// that of what only messages name, and others take that of a slow source. Confined to [BlobState].
final class Downloads {
  /// In all, from one peer, and from peers that are not in our reach.
  static final int MOST = 8;

  static final int MOST_EACH = 4;
  static final int MOST_OF_STRANGERS = 4;

  /// Whoever was slow pushes nobody out for so long.
  private static final long SLOW_MS = 60_000;

  private final Map<BlobId, Download> running = new HashMap<>();
  private final Map<Long, Long> slowUntil = new HashMap<>();
  private final Function<BlobId, Want.Urgency> urgency;

  /// @param urgency why a blob is wanted
  Downloads(Function<BlobId, Want.Urgency> urgency) {
    this.urgency = urgency;
  }

  boolean isFull() {
    return running.size() >= MOST;
  }

  boolean has(BlobId blob) {
    return running.containsKey(blob);
  }

  /// How many bytes a blob that is being fetched has, as its source says.
  Optional<Long> claimOf(BlobId blob) {
    return Optional.ofNullable(running.get(blob)).map(download -> download.claim().size());
  }

  /// Whether there is a place for one more from that peer.
  boolean isFreeFor(Want.Claim claim) {
    return isFree(claim, running.size(), from(claim.link()), fromStrangers());
  }

  /// Whom to ask first: those in our reach, and among them the least busy.
  Comparator<Want.Claim> order() {
    return Comparator.comparing((Want.Claim claim) -> !claim.near())
        .thenComparingLong(claim -> from(claim.link()));
  }

  /// Whether looking for what is in the way of anything as urgent can find something.
  boolean someMakeRoomFor(Want.Urgency other) {
    return running.entrySet().stream()
        .anyMatch(
            entry ->
                entry.getValue().isSlow()
                    || (other == ASKED && urgency.apply(entry.getKey()) != ASKED));
  }

  /// What has to end for a blob to be fetched from that peer: what brings least of all that is
  /// worth less; empty when there is nothing of the kind.
  Optional<BlobId> inTheWay(BlobId blob, Want.Claim claim, long nowMs) {
    boolean haste = !running.containsKey(blob) && urgency.apply(blob) == ASKED;
    boolean fast = slowUntil.getOrDefault(claim.link(), Long.MIN_VALUE) <= nowMs;
    return running.entrySet().stream()
        .filter(entry -> isFreeWithout(entry.getKey(), blob, claim))
        .filter(
            entry ->
                (haste && urgency.apply(entry.getKey()) != ASKED)
                    || (fast && isSlower(entry.getKey(), blob, claim)))
        .min(Comparator.comparingLong(entry -> entry.getValue().pace()))
        .map(Map.Entry::getKey);
  }

  private boolean isSlower(BlobId other, BlobId blob, Want.Claim claim) {
    Download download = downloadOf(other);
    return download.isSlow()
        && download.claim().link() != claim.link()
        && urgency.apply(blob).compareTo(urgency.apply(other)) <= 0;
  }

  /// A blob that is being fetched already waits for no place but its own.
  private boolean isFreeWithout(BlobId other, BlobId blob, Want.Claim claim) {
    if (running.containsKey(blob) && !other.equals(blob)) {
      return false;
    }
    Want.Claim gone = downloadOf(other).claim();
    long theirs = from(claim.link()) - (gone.link() == claim.link() ? 1 : 0);
    return isFree(claim, running.size() - 1, theirs, fromStrangers() - (gone.near() ? 0 : 1));
  }

  private static boolean isFree(Want.Claim claim, long all, long theirs, long ofStrangers) {
    return all < MOST && theirs < MOST_EACH && (claim.near() || ofStrangers < MOST_OF_STRANGERS);
  }

  private Download downloadOf(BlobId blob) {
    return Optional.ofNullable(running.get(blob)).orElseThrow();
  }

  private long from(long link) {
    return running.values().stream().filter(download -> download.claim().link() == link).count();
  }

  private long fromStrangers() {
    return running.values().stream().filter(download -> !download.claim().near()).count();
  }

  void begin(BlobId blob, Want.Claim claim, long nowMs) {
    running.put(blob, new Download(claim, nowMs));
  }

  /// It makes room for another.
  void putOut(BlobId blob, long nowMs) {
    Download download = downloadOf(blob);
    if (download.isSlow()) {
      slowUntil.put(download.claim().link(), nowMs + SLOW_MS);
    }
    running.remove(blob);
  }

  /// Whether it was being fetched; it is no longer.
  boolean end(BlobId blob) {
    return running.remove(blob) != null;
  }

  /// The same, if it was fetched from that peer.
  boolean end(BlobId blob, long link) {
    Download download = running.get(blob);
    return download != null && download.claim().link() == link && end(blob);
  }

  /// Forgets all of that peer.
  void endAll(long link) {
    running.values().removeIf(download -> download.claim().link() == link);
    slowUntil.remove(link);
  }

  /// Those that bring too little, which are no longer among them, and from whom they came.
  Map<BlobId, Long> stalled(Map<BlobId, Long> received, long nowMs) {
    Map<BlobId, Long> stalled = new HashMap<>();
    running.forEach(
        (blob, download) -> {
          if (!download.received(received.getOrDefault(blob, 0L), nowMs)) {
            stalled.put(blob, download.claim().link());
          }
        });
    stalled.keySet().forEach(running::remove);
    return stalled;
  }
}
