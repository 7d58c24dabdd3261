package org.tidings.app.command;

import java.util.concurrent.Callable;
import org.tidings.app.owner.Access;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import picocli.CommandLine.Command;

/// Tells the feed id of the identity in the folder.
@Command(
    name = "whoami",
    description = "Tells who you are, your feed id; on a new folder you become somebody.")
final class WhoamiCommand implements Callable<Integer> {
  private final Common common;

  WhoamiCommand(Common common) {
    this.common = common;
  }

  @Override
  public Integer call() throws Exception {
    try (Access access = common.accessToBecome()) {
      String id = access.id().toString();
      if (common.wantsJson()) {
        common.terminal().json(JsonObject.of("id", Json.of(id)));
      } else {
        common.terminal().say(id);
      }
    }
    return Commands.DONE;
  }
}
