package org.tidings.app.command;

import org.tidings.app.owner.Access;
import org.tidings.app.owner.Owner;
import org.tidings.app.owner.Start.Reach;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.room.Alias;
import org.tidings.replication.room.RoomFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// What there is to do about aliases, each a command of its own below this one.
@Command(
    name = "alias",
    description = "Names by which people are found in rooms.",
    synopsisSubcommandLabel = "COMMAND")
final class AliasCommand {
  private static final String ROOM = "the room's id, the beginning of one, its name or host";

  private final Common common;

  AliasCommand(Common common) {
    this.common = common;
  }

  @Command(name = "register", description = "Has a room know you by a name; tells the page.")
  int register(
      @Parameters(paramLabel = "ROOM", description = ROOM) NamedRoom named,
      @Parameters(paramLabel = "NAME", description = "small letters, digits and hyphens")
          String name)
      throws Exception {
    if (!Alias.isName(name)) {
      throw new WrongUsage(RoomFault.NO_NAME.sentence());
    }
    FeedId room = named.in(common);
    try (Access access = common.access(new Reach.OneCall())) {
      String page = access.node().rooms().register(room, name);
      common.tell(JsonObject.of("page", Json.of(page)), page);
    }
    return Commands.DONE;
  }

  @Command(name = "revoke", description = "Gives a name in a room up.")
  int revoke(
      @Parameters(paramLabel = "ROOM", description = ROOM) NamedRoom named,
      @Parameters(paramLabel = "NAME", description = "the name") String name)
      throws Exception {
    FeedId room = named.in(common);
    try (Access access = common.accessToBegun(new Reach.OneCall())) {
      access.node().rooms().revoke(room, name);
      common.tell(JsonObject.of("revoked", Json.of(true)), name + " is given up.");
    }
    return Commands.DONE;
  }

  @Command(
      name = "meet",
      description = "Meets somebody by their alias; where no Tidings runs, syncs and ends.")
  int meet(
      @Parameters(paramLabel = "LINK", description = "their page, or the ssb: link on it")
          String link)
      throws Exception {
    try (Access access = common.access(new Reach.OneCall())) {
      JsonObject met = access.node().rooms().meet(link);
      FeedId who = met.string("id").flatMap(FeedId::parse).orElseThrow();
      if (access instanceof Access.Owned(Owner owner)) {
        new Visit(owner, who).untilQuiet();
      }
      common.tell(met, "You met " + who);
    }
    return Commands.DONE;
  }
}
