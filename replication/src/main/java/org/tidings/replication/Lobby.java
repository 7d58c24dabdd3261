package org.tidings.replication;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.tidings.feed.Feeds;
import org.tidings.feed.Identity;
import org.tidings.replication.room.RoomAliases;
import org.tidings.replication.room.RoomDesk;
import org.tidings.replication.room.RoomProtocol;
import org.tidings.replication.room.RoomSignIn;
import org.tidings.replication.room.RoomWeb;
import org.tidings.replication.room.Rooms;
import org.tidings.replication.room.SignIns;
import org.tidings.replication.transport.Listener;

/// All that has to do with rooms.
record Lobby(
    Rooms rooms, RoomProtocol protocol, RoomDesk desk, RoomAliases aliases, RoomSignIn signIn) {

  /// @param calls how rooms are called
  /// @param web asks rooms' pages
  /// @param host whom those meet who come through a room
  /// @param clock a steady one
  static Lobby of(
      Feeds feeds,
      RoomDesk.Calls calls,
      RoomWeb web,
      Listener.Host host,
      SecureRandom random,
      InstantSource clock) {
    Identity self = feeds.identity();
    Rooms rooms = new Rooms(feeds.graph());
    SignIns signIns = new SignIns(self, random, clock);
    RoomDesk desk = new RoomDesk(self.id(), rooms, calls, web);
    return new Lobby(
        rooms,
        new RoomProtocol(self.id(), rooms, signIns, host),
        desk,
        new RoomAliases(self, desk, calls, web),
        new RoomSignIn(desk, calls, signIns));
  }
}
