package org.tidings.replication.peer;

import java.util.Optional;
import java.util.Set;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.peer.PeerSession.Direction;
import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.PeerAddress;
import org.tidings.replication.transport.TunnelAddress;

/// What the [ConnectionScheduler] is told.
public sealed interface PeerEvent {
  /// An address is known, from the peer book or from a person.
  ///
  /// @param failures calls there in a row that failed
  record Known(PeerAddress address, Path path, int failures) implements PeerEvent {
    /// The same from the peer book.
    public static Known of(PeerBook.Entry entry) {
      return new Known(entry.address(), entry.path(), entry.failures());
    }
  }

  /// A peer announced itself on the local network.
  ///
  /// @param verified whether it signed that with its key
  record Heard(PeerAddress address, boolean verified) implements PeerEvent {}

  /// Who answers at that address is a room.
  record RoomFound(PeerAddress address) implements PeerEvent {}

  /// The people we want who are in our rooms now; whoever is not among them is in none.
  record Present(Set<TunnelAddress> people) implements PeerEvent {
    public Present {
      people = Set.copyOf(people);
    }
  }

  /// A person calls that address right now, past all limits.
  record Asked(PeerAddress address) implements PeerEvent {}

  /// A person wants nothing more to do with that address.
  record Forgotten(PeerAddress address) implements PeerEvent {}

  /// A call did not come about.
  record Failed(PeerAddress address, Failure failure) implements PeerEvent {}

  /// A connection is up.
  ///
  /// @param link a number of its own
  /// @param path by which way it was made
  /// @param address the one that was dialled; empty for incoming connections
  record Up(long link, FeedId peer, Direction direction, Path path, Optional<PeerAddress> address)
      implements PeerEvent {}

  /// Nothing has come over that connection for so long, though something was due, that the line may
  /// be dead.
  record Overdue(long link) implements PeerEvent {}

  /// The peer answered over that connection when it was asked, or something else came where a sign
  /// was overdue.
  record Answered(long link) implements PeerEvent {}

  /// A connection has ended.
  ///
  /// @param brought whether anything came over it that is kept
  record Down(long link, Failure failure, boolean brought) implements PeerEvent {}

  /// Whom we block may have changed.
  record BlocksChanged() implements PeerEvent {}

  /// The machine has another address than before, or woke up; or a person does not want to wait.
  record NetworkChanged() implements PeerEvent {}

  /// Time has passed.
  record Tick() implements PeerEvent {}
}
