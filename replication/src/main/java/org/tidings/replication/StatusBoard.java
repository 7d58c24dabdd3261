package org.tidings.replication;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.ebt.SyncProgress;
import org.tidings.replication.peer.CandidateState;
import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.transport.Failure;

/// Puts together what people are told about peers. Thread-safe, but for [#hasChanged], which one
/// thread asks.
final class StatusBoard {
  private final Switchboard switchboard;
  private final Door door;
  private final Predicate<FeedId> isBlocked;
  private final Supplier<Optional<SyncProgress>> progress;
  private final InstantSource clock;
  private final LanCalls lanCalls = new LanCalls();
  private List<Object> shown = List.of();
  private volatile boolean nobodyNearbyAnswers;

  /// @param clock a steady one
  StatusBoard(
      Switchboard switchboard,
      Door door,
      Predicate<FeedId> isBlocked,
      Supplier<Optional<SyncProgress>> progress,
      InstantSource clock) {
    this.switchboard = switchboard;
    this.door = door;
    this.isBlocked = isBlocked;
    this.progress = progress;
    this.clock = clock;
  }

  /// Connections first, then calls, then what went wrong; of whom we turned away, once what was
  /// last, and only while it says how things are.
  List<PeerStatus> peers() {
    List<PeerStatus> peers = new ArrayList<>();
    Set<FeedId> connected = new HashSet<>();
    List<CandidateState> candidates = switchboard.candidates();
    for (LiveSession session : switchboard.connections().all()) {
      if (!session.isClosing() && !switchboard.isDoubtful(session)) {
        connected.add(session.session().peer());
        peers.add(session.status(path(session, candidates)));
      }
    }
    candidates.stream()
        .filter(candidate -> !connected.contains(candidate.address().id()))
        .forEach(candidate -> status(candidate).ifPresent(peers::add));
    Set<FeedId> told = new HashSet<>(connected);
    door.turnedAway().stream()
        .filter(this::stillHolds)
        .filter(away -> away.peer().map(told::add).orElse(true))
        .forEach(peers::add);
    return List.copyOf(peers);
  }

  /// One entry a peer, at the address heard last.
  List<NearbyPeer> nearby() {
    Map<FeedId, NearbyPeer> nearby = new LinkedHashMap<>();
    for (CandidateState candidate : switchboard.candidates()) {
      candidate
          .announced()
          .map(announcement -> nearby(candidate, announcement))
          .ifPresent(peer -> nearby.merge(peer.address().id(), peer, StatusBoard::later));
    }
    return List.copyOf(nearby.values());
  }

  /// Whether nobody whom we hear on the local network can be talked to.
  boolean nobodyNearbyAnswers() {
    return nobodyNearbyAnswers;
  }

  /// Whether there is something else to tell than when last asked.
  boolean hasChanged() {
    nobodyNearbyAnswers =
        lanCalls.areInVain(
            switchboard.candidates(),
            switchboard.connections()::isConnected,
            isBlocked,
            clock.instant());
    List<Object> now =
        List.of(
            peers(),
            nearby().stream().map(NearbyPeer::address).toList(),
            progress.get(),
            nobodyNearbyAnswers);
    boolean changed = !now.equals(shown);
    shown = now;
    return changed;
  }

  /// Somebody who called before we first heard them on the local network came by it all the same,
  /// and that somebody is a room shows only when it is connected.
  private static Path path(LiveSession session, List<CandidateState> candidates) {
    Path path = session.session().path();
    return path == Path.DIRECT
        ? candidates.stream()
            .filter(candidate -> isOf(candidate, session))
            .map(CandidateState::path)
            .findFirst()
            .orElse(path)
        : path;
  }

  private static boolean isOf(CandidateState candidate, LiveSession session) {
    return session
        .address()
        .map(candidate.address()::equals)
        .orElseGet(
            () ->
                candidate.announced().isPresent()
                    && candidate.address().id().equals(session.session().peer()));
  }

  /// Whom we block no more may call again, and what was said then is no news.
  private boolean stillHolds(PeerStatus.TurnedAway away) {
    return away.failure() != Failure.BLOCKED || away.peer().filter(isBlocked).isPresent();
  }

  private NearbyPeer nearby(CandidateState candidate, CandidateState.Announcement announcement) {
    return new NearbyPeer(
        candidate.address(),
        announcement.verified(),
        switchboard.connections().isConnected(candidate.address().id()),
        announcement.at());
  }

  private static NearbyPeer later(NearbyPeer one, NearbyPeer other) {
    return one.lastHeard().isBefore(other.lastHeard()) ? other : one;
  }

  private static Optional<PeerStatus> status(CandidateState candidate) {
    return candidate
        .dialling()
        .<PeerStatus>map(
            since -> new PeerStatus.Connecting(candidate.address(), candidate.path(), since))
        .or(
            () ->
                candidate
                    .trouble()
                    .map(
                        trouble ->
                            new PeerStatus.Failed(
                                candidate.address(),
                                candidate.path(),
                                trouble.failure(),
                                trouble.at(),
                                trouble.retryAt())));
  }
}
