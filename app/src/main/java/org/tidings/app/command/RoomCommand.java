package org.tidings.app.command;

import java.util.List;
import java.util.Optional;
import org.tidings.app.owner.Access;
import org.tidings.app.owner.Start.Reach;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.SsbUri;
import org.tidings.replication.room.RoomFault;
import org.tidings.replication.room.RoomInvite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// What there is to do about rooms, each a command of its own below this one.
@Command(
    name = "room",
    description = "Rooms, where people meet who cannot reach each other directly.",
    synopsisSubcommandLabel = "COMMAND")
final class RoomCommand {
  private final Common common;

  RoomCommand(Common common) {
    this.common = common;
  }

  @Command(name = "join", description = "Comes into a room, and remembers it.")
  int join(
      @Parameters(
              paramLabel = "INVITE",
              description = "the room's invite, a link to one, or its address")
          String invite)
      throws Exception {
    if (RoomInvite.parse(invite).isEmpty()) {
      throw new WrongUsage(RoomFault.NO_INVITE.sentence());
    }
    try (Access access = common.access(new Reach.OneCall())) {
      JsonObject room = access.node().rooms().join(invite);
      common.tell(room, "You joined " + line(room, access.id()));
    }
    return Commands.DONE;
  }

  @Command(name = "list", description = "Tells which rooms you know, and how many are there.")
  int list() throws Exception {
    try (Access access = common.accessToBegun(new Reach.OneCall())) {
      List<Json> rooms = access.node().rooms().list().items();
      if (rooms.isEmpty() && !common.wantsJson()) {
        common.terminal().say("You know no room yet. To come into one: tidings room join INVITE");
      }
      for (Json each : rooms) {
        JsonObject room = each.asObject().orElseThrow();
        common.tell(room, line(room, access.id()));
      }
    }
    return Commands.DONE;
  }

  @Command(name = "leave", description = "Leaves a room and forgets it.")
  int leave(
      @Parameters(
              paramLabel = "ROOM",
              description = "its id, the beginning of one, its name or host")
          NamedRoom named)
      throws Exception {
    FeedId room = named.in(common);
    try (Access access = common.accessToBegun(new Reach.OneCall())) {
      access.node().rooms().leave(room);
      common.tell(JsonObject.of("left", Json.of(true)), "You left " + room);
    }
    return Commands.DONE;
  }

  @Command(
      name = "sign-in",
      description = "Signs a browser in to the web page of a room, without a password.")
  int signIn(
      @Parameters(
              paramLabel = "ROOM|LINK",
              description = "the room, as for leave, or the ssb: link that its page shows")
          String what)
      throws Exception {
    Optional<FeedId> room = FeedId.parse(what);
    if (room.isEmpty() && SsbUri.parse(what.strip()).isEmpty()) {
      room = Optional.of(new NamedRoom(what.strip(), Optional.empty()).in(common));
    }
    try (Access access = common.access(new Reach.OneCall())) {
      if (room.isEmpty()) {
        access.node().rooms().signIn(what);
        common.tell(JsonObject.of("signedIn", Json.of(true)), "The browser is signed in.");
      } else if (access instanceof Access.Attached attached) {
        String page = attached.node().rooms().signIn(room.get());
        common.tell(JsonObject.of("page", Json.of(page)), page);
      } else {
        throw new Refused("The room asks back, and no Tidings runs here to answer it.");
      }
    }
    return Commands.DONE;
  }

  private static String line(JsonObject room, FeedId self) {
    String name = room.string("name").filter(text -> !text.isEmpty()).orElse("a room");
    return "%s  %s  %s".formatted(room.string("id").orElseThrow(), name, there(room, self));
  }

  private static String there(JsonObject room, FeedId self) {
    if (!room.bool("entered").orElse(false)) {
      return "not connected";
    }
    long others =
        room.array("attendants").orElse(JsonArray.of()).items().stream()
            .filter(id -> !id.equals(Json.of(self.toString())))
            .count();
    return others == 1 ? "1 other is there" : others + " others are there";
  }
}
