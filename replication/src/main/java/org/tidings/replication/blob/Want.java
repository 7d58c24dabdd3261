package org.tidings.replication.blob;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/// One blob we want, for ourselves or for peers, and who says to have it. Confined to [BlobState].
final class Want {
  private static final long OWN = -1;
  private static final long FORWARDED = -2;

  boolean ours;
  final Set<Long> askers = new HashSet<>();
  private final Map<Long, Long> claims = new LinkedHashMap<>();
  private final Map<Long, Long> shunnedUntil = new HashMap<>();

  /// Who has it, and how many bytes it says that are.
  record Claim(long link, long size) {}

  boolean isNeeded() {
    return ours || !askers.isEmpty();
  }

  /// As it is told to peers.
  long distance() {
    return ours ? OWN : FORWARDED;
  }

  void claimed(long link, long size) {
    claims.put(link, size);
  }

  /// Nothing of this blob is fetched from that peer before then.
  void shun(long link, long untilMs) {
    shunnedUntil.put(link, untilMs);
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
