package org.tidings.replication.peer;

import org.tidings.replication.peer.PeerSession.Path;

/// How many connections the scheduler makes by itself. Those others make, or a person asks for, do
/// not count.
///
/// @param lan to peers on the local network
/// @param tunnels to peers through rooms
/// @param rooms to rooms
/// @param direct to other known addresses
/// @param announced to addresses that only others speak of
public record Quotas(int lan, int tunnels, int rooms, int direct, int announced) {
  /// A few good links.
  public static final Quotas USUAL = new Quotas(20, 10, 5, 5, 2);

  /// Calls nobody unasked.
  public static final Quotas NONE = new Quotas(0, 0, 0, 0, 0);

  int of(Path path) {
    return switch (path) {
      case LAN -> lan;
      case TUNNEL -> tunnels;
      case ROOM -> rooms;
      case DIRECT -> direct;
      case ANNOUNCED -> announced;
    };
  }
}
