package org.tidings.replication.blob;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.tidings.feed.blob.Blob;

/// One blob we want, for ourselves or for peers, and who says to have it. Confined to [BlobState].
final class Want {
  private static final long OWN = -1;

  /// Whoever does not have what it said to have is left for so long, in ms, from when it says so
  /// anew.
  static final long PAUSE_MS = 60_000;

  private static final long FOR_GOOD = Long.MAX_VALUE;

  boolean asked;
  boolean named;

  /// When it was last told to anybody, in ms.
  long toldMs;

  /// When it was last taken for a peer's want, in ms.
  long forwardedMs;

  /// The peers we want it for, and how far from each the one is who wants it: -1 is itself.
  final Map<Long, Long> askers = new HashMap<>();

  private final Map<Long, Claim> claims = new LinkedHashMap<>();
  private final Map<Long, Long> shunnedUntil = new HashMap<>();
  private OptionalLong refusedSize = OptionalLong.empty();

  /// Who has it, and how many bytes it says that are.
  ///
  /// @param near whether that is somebody in our reach
  record Claim(long link, long size, boolean near) {}

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

  /// As it is told to peers: one step farther than by the nearest who wants it.
  long distance() {
    return isOurs() ? OWN : Collections.max(askers.values()) - 1;
  }

  void claimed(Claim claim, long nowMs) {
    shunnedUntil.computeIfPresent(
        claim.link(), (link, until) -> until == FOR_GOOD ? nowMs + PAUSE_MS : until);
    if (claim.size() > Blob.LARGEST) {
      refusedSize = OptionalLong.of(claim.size());
    } else {
      claims.put(claim.link(), claim);
    }
  }

  /// Whether anybody says to have it.
  boolean isClaimed() {
    return !claims.isEmpty();
  }

  /// The size that it has if it is too large for us, as somebody says and nobody denies.
  OptionalLong refusedSize() {
    return claims.isEmpty() ? refusedSize : OptionalLong.empty();
  }

  /// Nothing of this blob is fetched from that peer before then.
  void shun(long link, long untilMs) {
    shunnedUntil.put(link, untilMs);
  }

  /// The same until the peer says anew that it has it, and for a while after that.
  void shun(long link) {
    shun(link, FOR_GOOD);
  }

  /// Everybody gets another chance.
  void begin() {
    shunnedUntil.clear();
    refusedSize = OptionalLong.empty();
  }

  /// Whether somebody has it who can be asked now.
  boolean isWaitingForItsTurn(long nowMs) {
    return claims.values().stream().anyMatch(claim -> isOpenTo(claim, nowMs));
  }

  void forget(long link) {
    askers.remove(link);
    claims.remove(link);
    shunnedUntil.remove(link);
  }

  /// Whom to fetch it from now, of those who can be chosen: the first in that order.
  Optional<Claim> best(long nowMs, Predicate<Claim> choosable, Comparator<Claim> order) {
    return claims.values().stream()
        .filter(claim -> isOpenTo(claim, nowMs))
        .filter(choosable)
        .min(order);
  }

  private boolean isOpenTo(Claim claim, long nowMs) {
    return shunnedUntil.getOrDefault(claim.link(), Long.MIN_VALUE) <= nowMs;
  }
}
