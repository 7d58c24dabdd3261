package org.tidings.app.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tidings.feed.told.Told;

/// Makes this process the one owner of a data folder for as long as it is open. The system takes
/// the lock back when the process dies, however it dies. Thread-safe.
public final class FolderLock implements AutoCloseable {
  /// Closing any descriptor of a file drops all locks a process has on it, so a file that we hold
  /// is never opened a second time.
  private static final Set<Path> HELD = new HashSet<>();

  private final Path file;
  private final FileChannel channel;
  private final boolean isShared;

  private FolderLock(Path file, FileChannel channel, boolean isShared) {
    this.file = file;
    this.channel = channel;
    this.isShared = isShared;
  }

  /// The lock, unless another process or another part of this one has it.
  public static Optional<FolderLock> tryAcquire(DataFolder folder) throws FolderException {
    try {
      return tryAcquire(folder.lock(), false);
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  /// The same for somebody who only reads: where nothing can be written, it is shared with others
  /// who only read, and keeps away whoever writes.
  public static Optional<FolderLock> tryAcquireToRead(DataFolder folder) throws FolderException {
    try {
      return tryAcquire(folder.lock(), false);
    } catch (IOException unwritable) {
      try {
        return tryAcquire(folder.lock(), true);
      } catch (IOException e) {
        throw failed(folder, unwritable);
      }
    }
  }

  private static FolderException failed(DataFolder folder, IOException e) {
    Told why =
        e instanceof FileSystemException file && file.getReason() != null
            ? Told.of(
                FolderFault.UNWRITABLE, folder.path(), file.getReason().toLowerCase(Locale.ROOT))
            : Told.of(FolderFault.UNLOCKABLE, folder.path(), DataFolder.reason(e));
    return new FolderException(why, e);
  }

  private static Optional<FolderLock> tryAcquire(Path file, boolean shared) throws IOException {
    synchronized (HELD) {
      if (HELD.contains(file)) {
        return Optional.empty();
      }
      Optional<FolderLock> lock = tryLock(file, shared);
      lock.ifPresent(held -> HELD.add(file));
      return lock;
    }
  }

  private static Optional<FolderLock> tryLock(Path file, boolean shared) throws IOException {
    FileChannel channel =
        shared
            ? FileChannel.open(file, StandardOpenOption.READ)
            : FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                DataFolder.posix("rw-------"));
    boolean taken = false;
    try {
      @SuppressWarnings("resource") // lives as long as its channel
      FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
      taken = lock != null;
      return taken ? Optional.of(new FolderLock(file, channel, shared)) : Optional.empty();
    } finally {
      if (!taken) {
        channel.close();
      }
    }
  }

  /// Whether others who only read may have it as well.
  public boolean isShared() {
    return isShared;
  }

  /// Lets the next process have the folder.
  @Override
  public void close() throws IOException {
    synchronized (HELD) {
      try {
        channel.close();
      } finally {
        HELD.remove(file);
      }
    }
  }
}
