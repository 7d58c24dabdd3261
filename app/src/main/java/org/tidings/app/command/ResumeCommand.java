package org.tidings.app.command;

import java.util.concurrent.Callable;
import org.tidings.app.owner.Access;
import org.tidings.app.owner.Start.Reach;
import org.tidings.feed.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// A person's decision to publish although that is held.
@Command(
    name = "resume",
    sortOptions = false,
    description = {
      "Publishes from here on where that is held, on your word: see status.",
      "Only for those who are sure that no newer posts of theirs exist anywhere: it may break their"
          + " feed for good."
    })
final class ResumeCommand implements Callable<Integer> {
  private static final String WARNING =
      " Go on only if you are sure that no newer posts of yours exist anywhere: not on another"
          + " computer, not in another copy of this folder, not with friends. If there are any,"
          + " your feed splits in two, and others refuse it from then on; that cannot be mended. To"
          + " do it, add --yes.";

  private final Common common;

  @Option(names = "--yes", description = "do it; without, only why publishing is held is told")
  private boolean yes;

  ResumeCommand(Common common) {
    this.common = common;
  }

  /// Where publishing is held and a person may decide to go on: how. Empty otherwise.
  ///
  /// @param status as the owner of the folder tells it
  static String advice(JsonObject status) {
    return status.bool("resumable").orElse(false) ? " See: tidings resume" : "";
  }

  @Override
  public Integer call() throws Exception {
    try (Access access =
        yes ? common.access(new Reach.Offline(false)) : common.accessToRead(false)) {
      JsonObject status = access.node().status();
      if (!yes && status.bool("resumable").orElse(false)) {
        throw new Refused(status.string("reason").orElseThrow() + WARNING);
      }
      JsonObject done = access.node().resume();
      common.tell(done, done.string("sentence").orElseThrow());
    }
    return Commands.DONE;
  }
}
