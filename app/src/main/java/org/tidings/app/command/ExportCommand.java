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
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.tidings.app.owner.Access;
import org.tidings.crypto.key.DurableFile;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.StoreException;
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
    // A link stays one.
    Path place = Files.exists(path) ? path.toRealPath() : path;
    Written written;
    try (Access access = common.accessToRead(true)) {
      written = export(access, place);
      LeftOut.ofFile(access, common);
    }
    if (common.wantsJson()) {
      common.terminal().json(JsonObject.of("exported", Json.of((double) written.messages)));
    } else {
      common.terminal().say("%d messages written to %s".formatted(written.messages, path));
    }
    if (written.damaged.isEmpty()) {
      return Commands.DONE;
    }
    common.terminal().refuse(written.damaged.sentence(path.toString()));
    return Commands.DAMAGED;
  }

  /// How many messages are in the file, and whose are not.
  private record Written(long messages, DamagedFeeds damaged) {}

  private static void checkPlace(Path path) throws Refused {
    Path folder = Objects.requireNonNull(path.getParent());
    if (!Files.isDirectory(folder)) {
      throw new Refused("There is no folder " + folder + ".");
    }
    if (Files.isDirectory(path)) {
      throw new Refused(path + " is a folder, and no file can take its place.");
    }
  }

  /// The only copy of somebody's posts, or of what is damaged here, may be the very file that is to
  /// be replaced.
  private static void checkLoss(FeedId self, DamagedFeeds damaged, Path old, Path fresh)
      throws Refused, IOException {
    if (!Files.exists(old)) {
      return;
    }
    int own = MessageFile.countOf(Set.of(self), old);
    int left = MessageFile.countOf(Set.of(self), fresh);
    if (left < own) {
      throw new Refused(
          "%s was left as it is: %d of your own posts are in it, and only %d would be in what takes its place. Export to another file."
              .formatted(old, own, left));
    }
    if (!damaged.isEmpty()
        && MessageFile.countOf(damaged.ids(), fresh) < MessageFile.countOf(damaged.ids(), old)) {
      throw new Refused(
          "%s was left as it is: it has messages that are damaged here. To have them again: tidings doctor --repair, and then import it. Or export to another file."
              .formatted(old));
    }
  }

  /// The file appears when it is whole and on disk; until then, and when this fails, an older one
  /// stays, and so does every other file beside it.
  private Written export(Access access, Path path)
      throws Refused, IOException, InterruptedException {
    Path fresh = fresh(path);
    try (ProgressLine line = new ProgressLine(common.terminal(), "Writing " + path.getFileName())) {
      Written written = write(access, fresh, line);
      checkLoss(access.id(), written.damaged, path, fresh);
      Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING);
      DurableFile.syncFolderOf(path);
      return written;
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /// The name of this file is nobody's business. It is gone also when the command is interrupted.
  private static Path fresh(Path path) throws Refused, IOException {
    Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent());
    try {
      Path fresh = Files.createTempFile(folder, path.getFileName() + "-", ".part");
      fresh.toFile().deleteOnExit();
      return fresh;
    } catch (IOException refused) {
      if (StoreException.isFull(folder, refused)) {
        throw refused;
      }
      throw new Refused(
          "No file can be made in the folder %s. Export to another one.".formatted(folder));
    }
  }

  private static Written write(Access access, Path fresh, ProgressLine line)
      throws IOException, InterruptedException {
    JsonObject status = access.node().status();
    double total = status.number("messages").orElse(0) + status.number("waiting").orElse(0);
    AtomicLong messages = new AtomicLong();
    try (FileChannel file = FileChannel.open(fresh, StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16)) {
      JsonObject left =
          access
              .node()
              .export(
                  message -> {
                    out.write(message);
                    out.write('\n');
                    line.at((double) messages.incrementAndGet(), total);
                  });
      out.flush();
      file.force(true);
      return new Written(messages.get(), DamagedFeeds.of(left));
    }
  }
}
