package org.tidings.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidings.app.owner.Access;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.replication.local.DamagedFeeds;
import org.tidings.replication.local.FileExport;
import org.tidings.replication.local.FileExport.Written;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Writes every stored message to a file, in the order in which they can be taken in again.
@Command(
    name = "export",
    description = "Writes all stored messages to a file.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:everything that may leave is in the file",
      "1:there is no such file, or it stays as it was",
      "2:wrong usage",
      "3:the file is there, without what is damaged here"
    })
final class ExportCommand implements Callable<Integer> {
  /// Of feeds that are named.
  private static final int MOST = 5;

  private final Common common;

  @Parameters(
      paramLabel = "PATH",
      description =
          "an .ndjson or .jsonl file; it is replaced, unless more of your own posts are in it")
  private @Nullable Path file;

  ExportCommand(Common common) {
    this.common = common;
  }

  @Override
  public Integer call() throws Exception {
    Path path = Objects.requireNonNull(file);
    MessageFile.checkToWrite(path);
    FileExport.check(path);
    Written written;
    try (Access access = common.accessToRead(true)) {
      written = export(access, path);
      LeftOut.ofFile(access, common);
    }
    if (common.wantsJson()) {
      common.terminal().json(JsonObject.of("exported", Json.of((double) written.messages())));
    } else {
      common.terminal().say("%d messages written to %s".formatted(written.messages(), path));
    }
    if (written.damaged().isEmpty()) {
      return Commands.DONE;
    }
    common.terminal().refuse(sentence(written.damaged(), path));
    return Commands.DAMAGED;
  }

  private Written export(Access access, Path path) throws IOException, InterruptedException {
    JsonObject status = access.node().status();
    double total = status.number("messages").orElse(0) + status.number("waiting").orElse(0);
    try (ProgressLine line = new ProgressLine(common.terminal(), "Writing " + path.getFileName())) {
      return new FileExport(access.id(), access.node()::export)
          .write(path, done -> line.at((double) done, total));
    }
  }

  /// What is left out, whose it is and what to do.
  private static String sentence(DamagedFeeds damaged, Path file) {
    return ("Damaged, and therefore not in %s: %s.%s Mend the store with 'tidings doctor --repair',"
            + " connect to friends who have what is missing, or import a file that has it, and"
            + " export again.")
        .formatted(
            file,
            list(damaged),
            damaged.behind() > 0
                ? " Nothing behind these can be taken in from it (%s)."
                    .formatted(Amounts.counted(damaged.behind(), "message"))
                : "");
  }

  private static String list(DamagedFeeds damaged) {
    List<DamagedFeeds.Feed> feeds = damaged.feeds();
    String some =
        feeds.stream().limit(MOST).map(ExportCommand::lacking).collect(Collectors.joining(", "));
    int more = feeds.size() - MOST;
    return more > 0 ? some + " and of " + more + " more feeds" : some;
  }

  private static String lacking(DamagedFeeds.Feed feed) {
    return feed.messages() > 0
        ? "%s of %s".formatted(Amounts.counted(feed.messages(), "message"), feed.name())
        : "what is missing of " + feed.name();
  }
}
