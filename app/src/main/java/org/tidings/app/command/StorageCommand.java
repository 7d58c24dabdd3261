package org.tidings.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.tidings.app.owner.Access;
import org.tidings.app.owner.Start.Reach;
import org.tidings.feed.json.JsonObject;
import org.tidings.replication.local.LocalStorage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Tells what is stored and how much room it takes; what there is to do about it is a command of
/// its own below this one.
@Command(
    name = "storage",
    sortOptions = false,
    description = "Tells how much room what is stored takes, and which feeds take most of it.",
    synopsisSubcommandLabel = "[COMMAND]")
final class StorageCommand implements Callable<Integer> {
  private final Common common;

  @Option(
      names = "--limit",
      paramLabel = "N",
      converter = Words.Count.class,
      description = "at most N feeds (default: 10)")
  private long limit = 10;

  private StorageCommand(Common common) {
    this.common = common;
  }

  /// With its subcommands.
  static CommandLine of(Common common) {
    return new CommandLine(new StorageCommand(common))
        .addSubcommand("drop", new StorageDropCommand(common));
  }

  @Override
  public Integer call() throws Exception {
    try (Access access = common.accessToRead(true)) {
      int largest = (int) Math.min(limit, LocalStorage.MOST);
      JsonObject report = access.node().storage().report(largest);
      if (common.wantsJson()) {
        common.terminal().json(report);
      } else {
        say(report);
      }
    }
    return Commands.DONE;
  }

  private void say(JsonObject report) {
    Terminal terminal = common.terminal();
    terminal.say(
        "%s of %s"
            .formatted(
                Amounts.counted(number(report, "messages"), "message"),
                Amounts.counted(number(report, "feeds"), "feed")));
    JsonObject bytes = report.object("bytes").orElseThrow();
    say(bytes, "messages", "messages as they were signed, with the room that dropped ones left");
    say(bytes, "indexes", "indexes, built from them");
    say(bytes, "fullText", "the words posts are found by");
    say(bytes, "notes", "drafts, bookmarks, peers and other notes");
    say(bytes, "blobs", "pictures and files");
    say(bytes, "free", "free in whole pages of the file ('storage compact' gives it to the disk)");
    double dropping = report.number("dropping").orElse(0);
    if (dropping > 0) {
      terminal.say(
          "Being dropped: %s; that goes on whenever Tidings runs."
              .formatted(Amounts.counted(dropping, "message")));
    }
    List<StoredFeed> largest = StoredFeed.all(report.array("largest").orElseThrow());
    if (!largest.isEmpty()) {
      terminal.say("The largest feeds:");
      largest.forEach(feed -> terminal.say("%10s  %s".formatted(feed.size(), feed.line())));
    }
  }

  private void say(JsonObject bytes, String key, String what) {
    common.terminal().say("%10s  %s".formatted(Amounts.bytes(number(bytes, key)), what));
  }

  private static double number(JsonObject object, String key) {
    return object.number(key).orElseThrow();
  }

  @Command(
      name = "compact",
      description = {
        "Gives the disk all that the database file does not need.",
        "The file is written anew without the room that dropped messages left between others, which"
            + " takes twice its size on the disk for a while. It gives way to whatever has to be"
            + " saved.",
        "It may be interrupted: nothing is lost, and it can be begun again."
      })
  int compact() throws Exception {
    try (Access access = common.accessToBegun(new Reach.Offline(true))) {
      double before = access.node().storage().compact().number("file").orElse(0);
      UpkeepProgress progress = new UpkeepProgress(common);
      progress.follow(access, LocalStorage::compact);
      progress.refuse();
      progress.conclude(JsonObject.builder(), after -> given(before - after));
    }
    return Commands.DONE;
  }

  private static String given(double bytes) {
    return bytes > 0
        ? Amounts.bytes(bytes) + " went back to the disk: the database takes no more than it needs."
        : "There was nothing to give back: the database takes no more than it needs.";
  }

  @Command(
      name = "rebuild",
      description = {
        "Builds indexes again from all messages, beside those in use.",
        "It may be interrupted: the rest is done when Tidings runs again."
      })
  int rebuild(
      @Parameters(
              paramLabel = "INDEX",
              arity = "0..1",
              defaultValue = "",
              description = "only this one, such as search")
          String index)
      throws Exception {
    try (Access access = common.accessToBegun(new Reach.Offline(true))) {
      access.node().storage().rebuild(index);
      String built = index.isEmpty() ? "All indexes are" : "The index %s is".formatted(index);
      new UpkeepProgress(common)
          .watch(access, JsonObject.builder(), file -> built + " built again.");
    }
    return Commands.DONE;
  }
}
