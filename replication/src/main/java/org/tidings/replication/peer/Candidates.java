package org.tidings.replication.peer;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.transport.PeerAddress;
import org.tidings.replication.transport.TunnelAddress;

/// The addresses the scheduler knows. Anybody on the local network can announce anything: strangers
/// share a number of places there, and whom we follow has places apart from them, those of signed
/// announcements apart from the others. Confined to the scheduler.
final class Candidates {
  private static final int MOST_STRANGERS_NEARBY = 200;
  private static final int MOST_PLACES_OF_A_FRIEND = 8;

  private final Predicate<FeedId> isFollowed;
  private final Map<PeerAddress, Candidate> all = new LinkedHashMap<>();

  Candidates(Predicate<FeedId> isFollowed) {
    this.isFollowed = isFollowed;
  }

  Collection<Candidate> all() {
    return all.values();
  }

  Optional<Candidate> find(PeerAddress address) {
    return Optional.ofNullable(all.get(address));
  }

  /// The one of that address, made at need.
  Candidate at(PeerAddress address, Path path, Instant notBefore) {
    return all.computeIfAbsent(address, unknown -> new Candidate(unknown, path, notBefore));
  }

  void remove(PeerAddress address) {
    all.remove(address);
  }

  void removeIf(Predicate<Candidate> isOver) {
    all.values().removeIf(isOver);
  }

  /// Whether we do not follow whose address it is.
  boolean isStranger(Candidate candidate) {
    return !isFollowed.test(candidate.address().id());
  }

  /// Whether anybody at all may have made us call there: announcements that were signed can be sent
  /// again, by others too.
  boolean isForgeable(Candidate candidate, Instant now) {
    boolean isUnproven = !candidate.isVerified() || isStranger(candidate);
    return candidate.isRecalled(now) || (candidate.path() == Path.LAN && isUnproven);
  }

  /// Whether one more announcement can be kept.
  boolean hasPlace(PeerEvent.Heard heard) {
    FeedId peer = heard.address().id();
    if (isFollowed.test(peer)) {
      long taken =
          nearby(one -> one.address().id().equals(peer) && one.isVerified() == heard.verified());
      return taken < MOST_PLACES_OF_A_FRIEND;
    }
    return nearby(this::isStranger) < MOST_STRANGERS_NEARBY;
  }

  /// Whether somebody is being called there, or under another address.
  boolean isDialling(FeedId peer) {
    return all.values().stream()
        .anyMatch(one -> one.isDialling() && one.address().id().equals(peer));
  }

  /// How many are being called through that room.
  long diallingThrough(FeedId room) {
    return all.values().stream()
        .filter(Candidate::isDialling)
        .filter(
            one -> one.address() instanceof TunnelAddress tunnel && tunnel.portal().equals(room))
        .count();
  }

  private long nearby(Predicate<Candidate> which) {
    return all.values().stream().filter(one -> one.path() == Path.LAN && which.test(one)).count();
  }
}
