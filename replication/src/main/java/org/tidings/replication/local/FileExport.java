package org.tidings.replication.local;

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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.tidings.crypto.key.DurableFile;
import org.tidings.feed.Feeds;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.StoreException;
import org.tidings.replication.local.LocalNode.MessageSink;

/// Writes everything others may have to a file, one message a line, in the order in which it can be
/// taken in again. Thread-safe.
public final class FileExport {
  private final FeedId self;
  private final Messages messages;

  /// What is written.
  @FunctionalInterface
  public interface Messages {
    /// As [LocalNode#export].
    JsonObject tell(MessageSink sink) throws IOException, InterruptedException;
  }

  /// How many messages are in the file, and whose are not.
  public record Written(long messages, DamagedFeeds damaged) {}

  /// @param self who we are
  public FileExport(FeedId self, Messages messages) {
    this.self = self;
    this.messages = messages;
  }

  /// Of what is stored here.
  public static FileExport of(Feeds feeds) {
    return new FileExport(feeds.identity().id(), sink -> new WholeExport(feeds).run(sink));
  }

  /// The file appears when it is whole and on disk; until then, and when this fails, an older one
  /// stays, and so does every other file beside it.
  ///
  /// @param told how many messages are written so far; may throw to end this
  /// @throws FileRefused where there can be no such file, or less would be in it than is now
  public Written write(Path file, LongConsumer told) throws IOException, InterruptedException {
    check(file);
    // A link stays one.
    Path place = Files.exists(file) ? file.toRealPath() : file;
    Path fresh = fresh(place);
    try {
      Written written = fill(fresh, told);
      checkLoss(written.damaged, place, fresh);
      Files.move(fresh, place, StandardCopyOption.REPLACE_EXISTING);
      DurableFile.syncFolderOf(place);
      return written;
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /// Whether there is a place for such a file.
  ///
  /// @throws FileRefused where there is none
  public static void check(Path file) throws FileRefused {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    if (!Files.isDirectory(folder)) {
      throw new FileRefused(FileFault.NO_FOLDER, folder.toString());
    }
    if (Files.isDirectory(file)) {
      throw new FileRefused(FileFault.IS_FOLDER, file.toString());
    }
  }

  /// The only copy of somebody's posts, or of what is damaged here, may be the very file that is to
  /// be replaced.
  private void checkLoss(DamagedFeeds damaged, Path old, Path fresh) throws IOException {
    if (!Files.exists(old)) {
      return;
    }
    int own = FileCount.of(Set.of(self), old);
    int left = FileCount.of(Set.of(self), fresh);
    if (left < own) {
      throw new FileRefused(
          FileFault.FEWER_OWN, old.toString(), String.valueOf(own), String.valueOf(left));
    }
    if (!damaged.isEmpty()
        && FileCount.of(damaged.ids(), fresh) < FileCount.of(damaged.ids(), old)) {
      throw new FileRefused(FileFault.DAMAGED_HERE, old.toString());
    }
  }

  /// The name of this file is nobody's business. It is gone also when the program is interrupted.
  private static Path fresh(Path file) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    try {
      Path fresh = Files.createTempFile(folder, file.getFileName() + "-", ".part");
      fresh.toFile().deleteOnExit();
      return fresh;
    } catch (IOException refused) {
      if (StoreException.isFull(folder, refused)) {
        throw refused;
      }
      throw new FileRefused(FileFault.CLOSED_FOLDER, folder.toString());
    }
  }

  private Written fill(Path fresh, LongConsumer told) throws IOException, InterruptedException {
    AtomicLong count = new AtomicLong();
    try (FileChannel file = FileChannel.open(fresh, StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16)) {
      JsonObject left =
          messages.tell(
              message -> {
                out.write(message);
                out.write('\n');
                told.accept(count.incrementAndGet());
              });
      out.flush();
      file.force(true);
      return new Written(count.get(), DamagedFeeds.of(left));
    }
  }
}
