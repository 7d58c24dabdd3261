package org.tidings.feed.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.crypto.key.DurableFile;

/// What a store lost because its write-ahead log was damaged after a program had been cut short:
/// the transactions behind the damage, which nobody can take up without those before. Immutable.
///
/// @param ends up to where feeds reached, by their numbers, as far as can be made out of all of
///     those transactions but the last
/// @param perhaps the same of all of them; while the last was being written the power may have
///     failed, and what seems to be damage may be what did not come to the disk any more
public record DamagedLog(Map<Long, Long> ends, Map<Long, Long> perhaps) {

  private static final Logger log = LoggerFactory.getLogger(DamagedLog.class);

  /// Each may be as large as a bulk load leaves the log.
  private static final int MOST_COPIES = 3;

  /// Looks through a log before anybody has it open. One that is damaged is kept beside it, because
  /// it is written over from there on.
  static Optional<DamagedLog> left(Path file) {
    if (file.toFile().length() == 0 || !Files.isReadable(file)) {
      return Optional.empty(); // SQLite says what is wrong
    }
    try {
      Optional<DamagedLog> damage = LeftoverLog.damage(file);
      if (damage.isPresent()) {
        keep(file);
      }
      return damage;
    } catch (IOException failure) {
      throw WriteAheadLog.unreadable(file, failure);
    }
  }

  /// Whether the log beside a database file that nobody has open is damaged, so that newest rows
  /// may be missing from what can be read.
  public static boolean isBeside(Path database) throws IOException {
    Path file = new Connections(database).beside("-wal");
    return Files.exists(file) && LeftoverLog.damage(file).isPresent();
  }

  private static void keep(Path file) {
    Optional<Path> free =
        IntStream.rangeClosed(1, MOST_COPIES)
            .mapToObj(number -> file.resolveSibling(file.getFileName() + ".damaged-" + number))
            .filter(Files::notExists)
            .findFirst();
    boolean isKept = free.isPresent() && copy(file, free.get());
    log.error(
        "the write-ahead log was damaged since it was written: what lies behind that is lost; {}",
        isKept ? "all of it is kept as " + free.get().getFileName() : "no copy of it is kept");
  }

  /// Under its name once it is whole.
  private static boolean copy(Path file, Path copy) {
    Path fresh = copy.resolveSibling(copy.getFileName() + ".new");
    try {
      Files.copy(file, fresh, StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(fresh, copy, StandardCopyOption.ATOMIC_MOVE);
      DurableFile.syncFolderOf(copy);
      return true;
    } catch (IOException failure) {
      log.warn("the damaged write-ahead log cannot be copied: {}", failure.getMessage());
      fresh.toFile().delete();
      return false;
    }
  }
}
