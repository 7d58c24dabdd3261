package org.tidings.ui.peers;

import java.util.List;
import java.util.Optional;

/// Everything the screen of connections shows, at one moment.
///
/// @param requests who called though we do not follow them, who did last first
/// @param onlyInReach whether nobody else may connect, so that requests are all they can make
/// @param ways what the person has set about reaching others, for people; empty when all may be
/// @param remark what is the matter with looking around on the local network, for people
public record Peers(
    Situation situation,
    List<RequestRow> requests,
    boolean onlyInReach,
    List<PeerRow> nearby,
    List<PeerRow> connections,
    List<RoomRow> rooms,
    Optional<String> ways,
    Optional<String> remark,
    OwnAddress address) {
  public Peers {
    requests = List.copyOf(requests);
    nearby = List.copyOf(nearby);
    connections = List.copyOf(connections);
    rooms = List.copyOf(rooms);
  }

  /// Where others reach us.
  ///
  /// @param onlyHere whether it leads nowhere from another computer
  public record OwnAddress(String text, boolean onlyHere) {}
}
