package org.tidings.app.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.told.Told;

/// Tells those who find a data folder locked that `doctor` is at work in it: a file with the number
/// of its process, there for as long as this is open. What one has left that was killed says
/// nothing, since nobody has the lock then, or a process of another number.
public final class Examined implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Examined.class);

  private final Path file;

  private Examined(Path file) {
    this.file = file;
  }

  /// Says so, once the lock is held. Where that cannot be written nobody is told.
  public static Examined begin(DataFolder folder) {
    Path file = folder.examined();
    try {
      Files.writeString(file, Long.toString(ProcessHandle.current().pid()));
    } catch (IOException unwritable) {
      log.debug("nobody is told that doctor is at work", unwritable);
    }
    return new Examined(file);
  }

  /// That it is at work in a folder that is locked, if it is.
  public static Optional<Told> told(DataFolder folder) {
    try {
      long pid = Long.parseLong(Files.readString(folder.examined()).strip());
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .map(alive -> Told.of(FolderFault.EXAMINED, folder.path(), String.valueOf(pid)));
    } catch (IOException | NumberFormatException nobody) {
      return Optional.empty();
    }
  }

  /// It is done.
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
