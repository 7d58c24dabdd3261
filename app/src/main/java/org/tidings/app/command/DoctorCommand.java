package org.tidings.app.command;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tidings.app.folder.DataFolder;
import org.tidings.app.folder.Examined;
import org.tidings.app.folder.FolderLock;
import org.tidings.app.folder.Settings;
import org.tidings.app.owner.Access;
import org.tidings.app.owner.Door;
import org.tidings.app.owner.Owner;
import org.tidings.app.owner.Start;
import org.tidings.feed.Bounds;
import org.tidings.feed.ClosedFeeds;
import org.tidings.feed.FeedsSettings;
import org.tidings.feed.doctor.Depth;
import org.tidings.feed.doctor.Report;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.replication.local.LocalNode.MessageSink;
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
            + " all notes, all pictures and files, and whether every index says what the messages"
            + " say.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:everything is sound",
      "1:it could not be looked at, or not at the indexes for want of room on the disk",
      "2:wrong usage",
      "3:damage was found, whether or not it could be mended; look again to see what is left"
    })
final class DoctorCommand implements Callable<Integer> {
  /// Findings about which a repair does something.
  private static final Set<String> MENDED = Set.of("file", "feeds", "early", "index", "blobs");

  /// Findings that others can do something about.
  private static final Set<String> OF_FRIENDS = Set.of("feeds", "awaited");

  private final Common common;

  @Option(
      names = "--quick",
      description =
          "leave out the indexes: comparing them takes as long as building them, and as much disk"
              + " as the store")
  private boolean quick;

  @Option(
      names = "--repair",
      description =
          "mend what is damaged; the damaged file, and all that cannot be read, is kept beside it")
  private boolean repair;

  private JsonObject report = JsonObject.of();

  DoctorCommand(Common common) {
    this.common = common;
  }

  @Override
  public Integer call() throws Exception {
    DataFolder folder = common.begunFolder();
    Door door = Door.of(folder);
    try (ProgressLine line = new ProgressLine(common.terminal(), "Looking for damage")) {
      switch (repair ? door.enter() : door.enterToRead()) {
        case Door.Way.Free(FolderLock lock) -> {
          Examined examined = Examined.begin(folder);
          try (lock;
              examined) {
            examine(folder, lock, told -> hear(object(told), line));
          }
        }
        case Door.Way.Taken(Access.Attached owner) -> {
          common.repeatable(!repair);
          try (owner) {
            owner.node().doctor(treatment(), told -> hear(object(told), line));
          }
        }
      }
    }
    tell();
    return isSound() ? Commands.DONE : Commands.DAMAGED;
  }

  /// How far it has come is for those who watch; scripts get what came of it.
  private void hear(JsonObject told, ProgressLine line) {
    if (told.has("sound")) {
      report = told;
    } else {
      line.at(told);
    }
  }

  private boolean isSound() {
    return report.bool("sound").orElse(false);
  }

  private Treatment treatment() {
    return new Treatment(quick ? Depth.MESSAGES : Depth.INDEXES, repair);
  }

  /// A folder that nobody has open may be one that cannot be opened. Where others may read it
  /// meanwhile, nothing may be written.
  private void examine(DataFolder folder, FolderLock lock, MessageSink sink) throws Exception {
    Bounds bounds = Settings.read(folder).bounds();
    FeedsSettings settings = FeedsSettings.of(folder.path(), folder.state()).within(bounds);
    ClosedFeeds feeds = new ClosedFeeds(settings, InstantSource.system(), new SecureRandom());
    Start start = common.start(folder, new Start.Reach.Reading(true), bounds);
    ToldProgress told = new ToldProgress(sink);
    told.end(
        lock.isShared()
            ? feeds.examineToRead(told)
            : looked(feeds, told, open -> Owner.answering(folder, lock, start, open)::close));
  }

  /// Looking may take long, and others are answered meanwhile; while something is mended, nothing
  /// else is to happen.
  private Report looked(ClosedFeeds feeds, ToldProgress told, ClosedFeeds.Beside answering) {
    Depth depth = treatment().depth();
    return repair ? feeds.repair(depth, told) : feeds.examine(depth, told, answering);
  }

  private static JsonObject object(byte[] line) throws IOException {
    try {
      return Json.parse(line).asObject().orElse(JsonObject.of());
    } catch (JsonException broken) {
      throw new IOException("an unexpected answer", broken);
    }
  }

  private void tell() {
    if (common.wantsJson()) {
      common.terminal().json(report);
    } else {
      say();
    }
  }

  private void say() {
    Terminal terminal = common.terminal();
    double messages = report.number("messages").orElse(0);
    terminal.say("%.0f message%s looked at.".formatted(messages, messages == 1 ? "" : "s"));
    report
        .array("damage")
        .ifPresent(
            damage ->
                damage.items().stream()
                    .flatMap(finding -> finding.asObject().stream())
                    .forEach(finding -> terminal.say(finding.string("sentence").orElse(""))));
    List<String> done =
        report.array("done").map(JsonArray::items).orElse(List.of()).stream()
            .flatMap(deed -> deed.asString().stream())
            .toList();
    done.forEach(terminal::say);
    // Where nothing can be written that says already what is sound.
    if (!isSound() || repair || done.isEmpty()) {
      terminal.say(advice());
    }
  }

  private String advice() {
    if (isSound()) {
      return quick
          ? "Everything is sound; the indexes were not looked at."
          : "Everything is sound.";
    }
    Set<String> kinds = kinds();
    if (!repair && kinds.stream().anyMatch(MENDED::contains)) {
      return (kinds.equals(Set.of("blobs")) ? "" : "Damaged messages are never passed on. ")
          + "Make a copy of the data folder, then mend what can be mended: tidings doctor --repair";
    }
    if (kinds.stream().anyMatch(OF_FRIENDS::contains)) {
      return "Damaged messages are never passed on; connect to friends, who have them.";
    }
    if (!repair && kinds.contains("own")) {
      return "Your own posts come back from friends who have them, or from a file you exported:"
          + " tidings import.";
    }
    return repair
        ? "What can be mended is mended; to look again: tidings doctor"
        : "Nothing of that can be mended from here.";
  }

  /// What was found to be damaged, in a word each.
  private Set<String> kinds() {
    return report.array("damage").map(JsonArray::items).orElse(List.of()).stream()
        .flatMap(finding -> finding.asObject().stream())
        .flatMap(finding -> finding.string("kind").stream())
        .collect(Collectors.toSet());
  }
}
