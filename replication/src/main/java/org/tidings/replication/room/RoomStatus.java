package org.tidings.replication.room;

import java.util.Set;
import org.tidings.feed.ref.FeedId;

/// How things stand with one room we are in. A value.
///
/// @param attendants who is there, we among them, as the room tells it
public record RoomStatus(FeedId id, RoomMetadata metadata, Set<FeedId> attendants) {
  public RoomStatus {
    attendants = Set.copyOf(attendants);
  }
}
