package org.tidings.replication.blob;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.tidings.feed.blob.Blob;

/// One blob we want, for ourselves or for peers, and who says to have it. Confined to [BlobState].
final class Want {
  private static final long OWN = -1;
  private static final long FORWARDED = -2;

  boolean asked;
  boolean named;

  /// When it was last told to anybody, in ms.
  long toldMs;

  final Set<Long> askers = new HashSet<>();
  private final Map<Long, Long> claims = new LinkedHashMap<>();
  private final Map<Long, Long> shunnedUntil = new HashMap<>();
  private OptionalLong refusedSize = OptionalLong.empty();

  /// Who has it, and how many bytes it says that are.
  record Claim(long link, long size) {}

  /// Why it is wanted, the most urgent first.
  enum Urgency {
    /// Somebody asks for it by name.
    ASKED,
    /// A message that we have names it.
    NAMED,
    /// Only a peer wants it.
    OF_OTHERS
  }

  boolean isNeeded() {
    return isOurs() || !askers.isEmpty();
  }

  boolean isOurs() {
    return asked || named;
  }

  Urgency urgency() {
    if (asked) {
      return Urgency.ASKED;
    }
    return named ? Urgency.NAMED : Urgency.OF_OTHERS;
  }

  /// As it is told to peers.
  long distance() {
    return isOurs() ? OWN : FORWARDED;
  }

  void claimed(long link, long size) {
    if (size > Blob.LARGEST) {
      refusedSize = OptionalLong.of(size);
    } else {
      claims.put(link, size);
    }
  }

  /// The size that it has if it is too large for us, as somebody says and nobody denies.
  OptionalLong refusedSize() {
    return claims.isEmpty() ? refusedSize : OptionalLong.empty();
  }

  /// Nothing of this blob is fetched from that peer before then.
  void shun(long link, long untilMs) {
    shunnedUntil.put(link, untilMs);
  }

  /// Everybody gets another chance.
  void begin() {
    shunnedUntil.clear();
    refusedSize = OptionalLong.empty();
  }

  /// Whether somebody has it who can be asked now.
  boolean isWaitingForItsTurn(long nowMs) {
    return best(nowMs, 1, link -> 0L).isPresent();
  }

  void forget(long link) {
    askers.remove(link);
    claims.remove(link);
    shunnedUntil.remove(link);
  }

  /// The least busy peer to fetch it from now.
  Optional<Claim> best(long nowMs, int mostEach, ToLongFunction<Long> busy) {
    Optional<Claim> best = Optional.empty();
    long least = mostEach;
    for (Map.Entry<Long, Long> claim : claims.entrySet()) {
      long load = busy.applyAsLong(claim.getKey());
      if (load < least && shunnedUntil.getOrDefault(claim.getKey(), 0L) <= nowMs) {
        least = load;
        best = Optional.of(new Claim(claim.getKey(), claim.getValue()));
      }
    }
    return best;
  }
}
