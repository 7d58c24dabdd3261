package org.tidings.app.command;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.tidings.app.folder.DataFolder;
import org.tidings.app.folder.FolderLock;
import org.tidings.app.folder.Settings;
import org.tidings.app.owner.Access;
import org.tidings.app.owner.Door;
import org.tidings.feed.ClosedFeeds;
import org.tidings.feed.FeedsSettings;
import org.tidings.feed.doctor.Depth;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.replication.local.ToldProgress;
import org.tidings.replication.local.Treatment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Looks for damage in the data folder.
@Command(
    name = "doctor",
    sortOptions = false,
    description =
        "Looks whether everything stored is as it was written: the file, the key, every message,"
            + " all notes.")
final class DoctorCommand implements Callable<Integer> {
  private final Common common;

  @Option(
      names = "--full",
      description =
          "also compare every index with a replay of all messages; takes as long as building them")
  private boolean full;

  @Option(
      names = "--repair",
      description =
          "mend what is damaged; the damaged file, and all that cannot be read, is kept beside it")
  private boolean repair;

  DoctorCommand(Common common) {
    this.common = common;
  }

  @Override
  public Integer call() throws Exception {
    DataFolder folder = common.folder();
    switch (Door.of(folder).enter()) {
      case Door.Way.Free(FolderLock lock) -> {
        try (lock) {
          examine(folder);
        }
      }
      case Door.Way.Taken(Access.Attached owner) -> {
        try (owner) {
          owner.node().doctor(treatment(), line -> tell(object(line)));
        }
      }
    }
    return Commands.DONE;
  }

  private Treatment treatment() {
    return new Treatment(full ? Depth.INDEXES : Depth.MESSAGES, repair);
  }

  /// A folder that nobody has open may be one that cannot be opened.
  private void examine(DataFolder folder) throws Exception {
    FeedsSettings settings =
        FeedsSettings.of(folder.path(), folder.state()).withHops(Settings.read(folder).hops());
    ClosedFeeds feeds = new ClosedFeeds(settings, InstantSource.system(), new SecureRandom());
    ToldProgress told = new ToldProgress(line -> tell(object(line)));
    told.end(
        repair
            ? feeds.repair(treatment().depth(), told)
            : feeds.examine(treatment().depth(), told));
  }

  private static JsonObject object(byte[] line) throws IOException {
    try {
      return Json.parse(line).asObject().orElse(JsonObject.of());
    } catch (JsonException broken) {
      throw new IOException("an unexpected answer", broken);
    }
  }

  /// How far it has come is for those who watch; scripts get what came of it.
  private void tell(JsonObject line) {
    if (!line.has("sound")) {
      return;
    }
    if (common.wantsJson()) {
      common.terminal().json(line);
    } else {
      say(line);
    }
  }

  private void say(JsonObject report) {
    Terminal terminal = common.terminal();
    terminal.say("%.0f messages looked at.".formatted(report.number("messages").orElse(0)));
    report
        .array("damage")
        .ifPresent(
            damage ->
                damage.items().stream()
                    .flatMap(finding -> finding.asObject().stream())
                    .forEach(finding -> terminal.say(finding.string("sentence").orElse(""))));
    report
        .array("done")
        .ifPresent(
            done ->
                done.items().stream()
                    .flatMap(deed -> deed.asString().stream())
                    .forEach(terminal::say));
    terminal.say(advice(report));
  }

  private String advice(JsonObject report) {
    if (report.bool("sound").orElse(false)) {
      return full
          ? "Everything is sound."
          : "Everything is sound, as far as can be seen without --full.";
    }
    return repair
        ? "Damaged messages are never passed on; connect to friends, who have them."
        : "Damaged messages are never passed on. To mend what can be mended: doctor --repair";
  }
}
