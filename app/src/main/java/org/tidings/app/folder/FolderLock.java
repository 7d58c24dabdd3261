package org.tidings.app.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Makes this process the one owner of a data folder for as long as it is open. The system takes
/// the lock back when the process dies, however it dies. Thread-safe.
public final class FolderLock implements AutoCloseable {
  /// Closing any descriptor of a file drops all locks a process has on it, so a file that we hold
  /// is never opened a second time.
  private static final Set<Path> HELD = new HashSet<>();

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /// The lock, unless another process or another part of this one has it.
  public static Optional<FolderLock> tryAcquire(DataFolder folder) throws FolderException {
    Path file = folder.lock();
    synchronized (HELD) {
      if (HELD.contains(file)) {
        return Optional.empty();
      }
      try {
        Optional<FolderLock> lock = tryLock(file);
        lock.ifPresent(held -> HELD.add(file));
        return lock;
      } catch (IOException e) {
        throw new FolderException(
            "The folder %s cannot be locked: %s.".formatted(folder.path(), DataFolder.reason(e)),
            e);
      }
    }
  }

  private static Optional<FolderLock> tryLock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            DataFolder.posix("rw-------"));
    boolean taken = false;
    try {
      @SuppressWarnings("resource") // lives as long as its channel
      FileLock lock = channel.tryLock();
      taken = lock != null;
      return taken ? Optional.of(new FolderLock(file, channel)) : Optional.empty();
    } finally {
      if (!taken) {
        channel.close();
      }
    }
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
