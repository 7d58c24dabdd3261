package org.tidings.replication.local;

import java.io.IOException;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;

/// What the command line can ask about rooms. Thread-safe; what is refused comes as in [LocalNode].
public sealed interface LocalRooms permits OwnerRooms, ClientRooms {

  /// The rooms that are known, each as `{"id","address","name","entered","attendants":[ids]}`.
  JsonArray list() throws IOException, InterruptedException;

  /// Comes into a room by an invite or an address: the room as in [#list].
  JsonObject join(String invite) throws IOException, InterruptedException;

  /// Forgets a room.
  void leave(FeedId room) throws IOException, InterruptedException;

  /// Has a room know us by a name; the page where others find us.
  String register(FeedId room, String alias) throws IOException, InterruptedException;

  /// Gives a name up.
  void revoke(FeedId room, String alias) throws IOException, InterruptedException;

  /// Meets somebody by their alias: `{"id","alias"}`.
  JsonObject meet(String link) throws IOException, InterruptedException;

  /// The page to open in a browser, which is signed in by it.
  String signIn(FeedId room) throws IOException, InterruptedException;

  /// Signs in the browser that shows that link.
  void signIn(String link) throws IOException, InterruptedException;
}
