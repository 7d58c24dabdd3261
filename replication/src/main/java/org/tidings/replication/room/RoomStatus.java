package org.tidings.replication.room;

import java.util.Optional;
import java.util.Set;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.transport.PeerAddress;

/// How things stand with one room that is remembered, or that we are in. A value.
///
/// @param address where it is called; empty for one that is not remembered
/// @param metadata what it says about itself; empty while we are not there
/// @param attendants who is there, we among them, as the room tells it
public record RoomStatus(
    FeedId id,
    Optional<PeerAddress> address,
    Optional<RoomMetadata> metadata,
    Set<FeedId> attendants) {
  public RoomStatus {
    attendants = Set.copyOf(attendants);
  }

  /// One that we are not in.
  static RoomStatus away(PeerAddress address) {
    return new RoomStatus(address.id(), Optional.of(address), Optional.empty(), Set.of());
  }

  /// Whether we are there now.
  public boolean isEntered() {
    return metadata.isPresent();
  }
}
