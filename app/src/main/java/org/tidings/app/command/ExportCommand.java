package org.tidings.app.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.tidings.app.owner.Access;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.local.LogQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Writes every stored message to a file, in the order in which they can be taken in again.
@Command(name = "export", description = "Writes all stored messages to a file.")
final class ExportCommand implements Callable<Integer> {
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
    checkPlace(path.toAbsolutePath());
    long messages;
    try (Access access = common.accessToRead(true)) {
      messages = export(access, path);
      LeftOut.say(access, common, "the file");
    }
    if (common.wantsJson()) {
      common.terminal().json(JsonObject.of("exported", Json.of((double) messages)));
    } else {
      common.terminal().say("%d messages written to %s".formatted(messages, path));
    }
    return Commands.DONE;
  }

  private static void checkPlace(Path path) throws Refused {
    Path folder = Objects.requireNonNull(path.getParent());
    if (!Files.isDirectory(folder)) {
      throw new Refused("There is no folder " + folder + ".");
    }
    if (Files.isDirectory(path)) {
      throw new Refused(path + " is a folder, and no file can take its place.");
    }
  }

  /// The only copy of somebody's posts may be the very file that is to be replaced.
  private static void checkLoss(FeedId self, Path old, Path fresh) throws Refused, IOException {
    if (Files.exists(old)) {
      int before = MessageFile.countOf(self, old);
      int after = MessageFile.countOf(self, fresh);
      if (after < before) {
        throw new Refused(
            "%s was left as it is: %d of your own posts are in it, and only %d would be in what takes its place. Export to another file."
                .formatted(old, before, after));
      }
    }
  }

  /// The file appears when it is whole and on disk; until then, and when this fails, an older one
  /// stays, and so does every other file beside it.
  private static long export(Access access, Path path)
      throws Refused, IOException, InterruptedException {
    Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent());
    Path fresh = Files.createTempFile(folder, path.getFileName() + "-", ".part");
    AtomicLong messages = new AtomicLong();
    try {
      try (FileChannel file = FileChannel.open(fresh, StandardOpenOption.WRITE);
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16)) {
        access
            .node()
            .log(
                LogQuery.EXPORT,
                message -> {
                  out.write(message);
                  out.write('\n');
                  messages.incrementAndGet();
                });
        out.flush();
        file.force(true);
      }
      checkLoss(access.id(), path, fresh);
      Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING);
      return messages.get();
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
