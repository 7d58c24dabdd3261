package org.tidings.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidings.app.owner.Access;
import org.tidings.app.owner.Start.Reach;
import org.tidings.feed.json.JsonObject;
import org.tidings.replication.peer.ConnImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Takes in messages from a file, of any feed, or the peers another program knew.
@Command(
    name = "import",
    description = {
      "Takes in the messages of a file, whoever wrote them, and keeps those feeds.",
      "Or the peers that another program knew, by its conn.json."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:what could be taken in was; a line may have been refused",
      "1:nothing could be taken in, or not to the end of the file",
      "2:wrong usage"
    })
final class ImportCommand implements Callable<Integer> {
  private final Common common;

  @Parameters(
      paramLabel = "PATH",
      description = "an .ndjson or .jsonl file, or one of these packed as .gz; or conn.json")
  private @Nullable Path file;

  ImportCommand(Common common) {
    this.common = common;
  }

  @Override
  public Integer call() throws Exception {
    Path path = Objects.requireNonNull(file);
    if (Files.notExists(path)) {
      throw new Refused("There is no file " + path + ".");
    }
    if (Files.isDirectory(path)) {
      throw new Refused(path + " is a folder: name a file in it.");
    }
    MessageFile.checkToRead(path);
    if (!Files.isReadable(path)) {
      throw new Refused("There is no readable file " + path + ".");
    }
    try (Access access = common.access(new Reach.Offline(true))) {
      common.repeatable(true);
      JsonObject counts = taken(access, path);
      if (common.wantsJson()) {
        common.terminal().json(counts);
      } else {
        say(counts, ConnImport.isFor(path) ? "peer" : "message");
      }
      if (isAllRefused(counts)) {
        throw new Refused("Nothing was taken in: everything in " + path + " was refused.");
      }
    }
    return Commands.DONE;
  }

  private static boolean isAllRefused(JsonObject counts) {
    return counts.number("refused").orElse(0) > 0
        && counts.number("added").orElse(0) + counts.number("known").orElse(0) == 0;
  }

  private JsonObject taken(Access access, Path path) throws IOException, InterruptedException {
    try (ProgressLine line =
        new ProgressLine(common.terminal(), "Taking in " + path.getFileName())) {
      return access.node().importFile(path.toAbsolutePath(), line::at);
    }
  }

  private void say(JsonObject counts, String thing) {
    Terminal terminal = common.terminal();
    double added = counts.number("added").orElse(0);
    terminal.say(
        "%.0f %s%s added, %.0f known already, %.0f refused"
            .formatted(
                added,
                thing,
                added == 1 ? "" : "s",
                counts.number("known").orElse(0),
                counts.number("refused").orElse(0)));
    JsonObject reasons = counts.object("reasons").orElse(JsonObject.of());
    for (String reason : reasons.keys()) {
      double lines = reasons.number(reason).orElse(0);
      terminal.say("  %.0f %s: %s".formatted(lines, lines == 1 ? "line" : "lines", reason));
    }
  }
}
