package org.tidings.ui.peers;

import java.time.Instant;
import java.util.Optional;
import org.tidings.feed.graph.Hops;
import org.tidings.feed.index.Byline;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.PeerStatus.Bytes;
import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.peer.Progress;
import org.tidings.replication.transport.PeerAddress;

/// One peer as a person sees it.
///
/// @param key what stays the same about this row while the rest changes
/// @param by who it is, where that is known
/// @param name what they are called
/// @param isPub whether it is known as a pub: we were invited to it, or others say so
/// @param address where to call them, where that is known
public record PeerRow(
    String key,
    Optional<Byline> by,
    String name,
    Standing standing,
    boolean isPub,
    Optional<PeerAddress> address,
    State state) {

  /// How we stand to somebody.
  public enum Standing {
    FOLLOWED,
    BLOCKED,
    NEITHER,
    /// It has our own key: another device of ours, or a copy of this folder.
    OURS;

    /// To somebody so far away.
    static Standing of(Hops hops) {
      if (hops.isBlocked()) {
        return BLOCKED;
      }
      if (hops.equals(Hops.SELF)) {
        return OURS;
      }
      return hops.isWithin(1) ? FOLLOWED : NEITHER;
    }
  }

  /// By which way somebody is reached, in the order in which that is told.
  enum Way {
    /// The local network.
    NEARBY,
    /// A room, or it is one.
    ROOM,
    /// It is a pub, at an address on the internet.
    PUB,
    /// An address on the internet.
    DIRECT,
    /// Not at all: they called us, and were not let in.
    TURNED_AWAY
  }

  /// What is to be said about a peer right now.
  public sealed interface State {
    /// It announces itself on the local network.
    record Nearby(boolean connected) implements State {}

    /// A connection is up.
    ///
    /// @param calledUs whether it called us
    record Connected(
        Path path, boolean calledUs, Instant since, Bytes bytes, Progress.Snapshot progress)
        implements State {}

    /// It is being called.
    record Connecting(Path path) implements State {}

    /// It could not be reached.
    ///
    /// @param retryAt when it is called again; empty when it is not
    record Failed(Path path, String sentence, Optional<Instant> retryAt) implements State {
      /// Whether forgetting the address is something one might want: who announces itself on the
      /// local network, or is in a room, would be back at once.
      boolean canBeForgotten() {
        return path == Path.DIRECT || path == Path.ROOM || path == Path.ANNOUNCED;
      }
    }

    /// It called us and was not let in.
    record TurnedAway(String sentence, Instant at) implements State {}
  }

  Way way() {
    return switch (state) {
      case State.Nearby nearby -> Way.NEARBY;
      case State.Connected up -> way(up.path());
      case State.Connecting call -> way(call.path());
      case State.Failed failed -> way(failed.path());
      case State.TurnedAway turnedAway -> Way.TURNED_AWAY;
    };
  }

  private Way way(Path path) {
    return switch (path) {
      case LAN -> Way.NEARBY;
      case TUNNEL, ROOM -> Way.ROOM;
      case ANNOUNCED -> Way.PUB;
      case DIRECT -> isPub ? Way.PUB : Way.DIRECT;
    };
  }

  /// Whether it is a room that we are in: a place, and nobody to follow.
  boolean isRoom() {
    return state instanceof State.Connected up && up.path() == Path.ROOM;
  }

  /// Whether it is called again only after a while, or not by itself.
  boolean isWaiting() {
    return switch (state) {
      case State.Nearby(boolean connected) -> !connected;
      case State.Failed failed -> true;
      case State.Connected up -> false;
      case State.Connecting calling -> false;
      case State.TurnedAway turnedAway -> false;
    };
  }

  /// Their id, where that is known.
  public Optional<FeedId> peer() {
    return by.map(Byline::id);
  }

  /// Whether following is something one might want here.
  public boolean canBeFollowed() {
    return by.isPresent() && standing == Standing.NEITHER && !isRoom();
  }

  PeerRow asPub() {
    return new PeerRow(key, by, name, standing, true, address, state);
  }

  PeerRow withStanding(Standing next) {
    return new PeerRow(key, by, name, next, isPub, address, state);
  }
}
