package org.tidings.ui.peers;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.index.Byline;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.peers.PeerRow.Standing;

/// Everything the page of a room shows, but for the names we have there.
///
/// @param people who is there besides us, those we follow first, at most [#MOST] of them
/// @param invite what can be handed on to anybody, if the room is open
/// @param invitesOnPage whether invites are made on the room's own page
/// @param knowsNames whether one can have a name there
/// @param host by which links to such names are made
public record RoomDetails(
    RoomRow row,
    List<Attendant> people,
    Optional<String> invite,
    boolean invitesOnPage,
    boolean knowsNames,
    Optional<String> host) {
  /// More are not listed.
  public static final int MOST = 200;

  public RoomDetails {
    people = List.copyOf(people);
  }

  /// Somebody there.
  ///
  /// @param standing how we stand to them
  public record Attendant(Byline by, Standing standing, boolean connected) {
    FeedId id() {
      return by.id();
    }
  }
}
