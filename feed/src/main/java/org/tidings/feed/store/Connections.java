package org.tidings.feed.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.LockingMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteConnection;

/// Opens SQLite connections with our settings.
final class Connections {

  private static final Logger log = LoggerFactory.getLogger(Connections.class);

  static final int BUSY_TIMEOUT_MS = 5_000;
  static final int PAGE_BYTES = 4_096;
  private static final int WRITER_CACHE_KIB = 64 * 1024;
  private static final int READER_CACHE_KIB = 8 * 1024;

  private final Path file;
  private final boolean isUnchanging;

  private Connections(Path file, boolean isUnchanging) {
    this.file = file;
    this.isUnchanging = isUnchanging;
  }

  /// To a file that may change.
  Connections(Path file) {
    this(file, false);
  }

  /// To a file that nobody changes meanwhile; nothing is written beside it either.
  static Connections toUnchanging(Path file) {
    return new Connections(file, true);
  }

  /// Makes the file, for its owner's eyes alone whoever made the folder: private messages lie in it
  /// as they can be read. What SQLite keeps beside it gets the same permissions.
  void create() {
    if (isPosix()) {
      try {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } catch (IOException cannot) {
        log.debug("SQLite will say why {} cannot be made", file, cannot);
      }
    }
  }

  /// The same of a file that is there: earlier versions of the program let others read it.
  void hide() {
    if (isPosix()) {
      try {
        Set<PosixFilePermission> found = new HashSet<>(Files.getPosixFilePermissions(file));
        if (found.retainAll(PosixFilePermissions.fromString("rwx------"))) {
          Files.setPosixFilePermissions(file, found);
        }
      } catch (IOException cannot) {
        log.warn("others may be able to read {}: {}", file, cannot.getMessage());
      }
    }
  }

  private boolean isPosix() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /// Where the file lies.
  Path folder() {
    return file.resolveSibling("").toAbsolutePath();
  }

  /// What the disk has left, in bytes.
  long room() {
    return file.toFile().getUsableSpace();
  }

  /// What SQLite keeps beside the file under a name with this ending.
  Path beside(String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  /// The only connection that writes.
  Connection writer() {
    SQLiteConfig config = common(WRITER_CACHE_KIB);
    return open(config, "");
  }

  Connection reader() {
    if (isUnchanging) {
      return withoutLocks();
    }
    SQLiteConfig config = common(READER_CACHE_KIB);
    config.setReadOnly(true);
    return open(config, "");
  }

  /// SQLite locks by writing. Without a write-ahead log a file may be read as one that never
  /// changes; with one, which that would leave out, without any locks: its index is kept in memory
  /// then, provided that is said before anything else.
  private Connection withoutLocks() {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setGetGeneratedKeys(false);
    config.setLockingMode(LockingMode.EXCLUSIVE);
    boolean isLogEmpty = beside("-wal").toFile().length() == 0;
    String system = File.separatorChar == '/' ? "unix" : "win32";
    Connection connection = open(config, isLogEmpty ? "?immutable=1" : "?vfs=" + system + "-none");
    Tx tx = new Tx(connection);
    tx.execute("PRAGMA cache_size = -" + READER_CACHE_KIB);
    tx.execute("PRAGMA temp_store = MEMORY");
    return connection;
  }

  /// Whether a rollback journal was left beside the file, as only happens before it keeps a
  /// write-ahead log.
  boolean holdsUndoneChanges() {
    return beside("-journal").toFile().length() > 0;
  }

  private static SQLiteConfig common(int cacheKib) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_TIMEOUT_MS);
    config.setCacheSize(-cacheKib);
    config.setTempStore(TempStore.MEMORY);
    // Else the driver prepares and runs another query after every insert.
    config.setGetGeneratedKeys(false);
    return config;
  }

  /// What must hold on the writer besides its settings. The order matters: page size and
  /// `auto_vacuum` can only be chosen while the file is empty, and the journal's mode ends that.
  /// Later to choose `auto_vacuum` again would write and sync a page that says the same.
  static void prepareWriter(Tx tx, boolean isEmpty) {
    if (isEmpty) {
      tx.execute("PRAGMA page_size = " + PAGE_BYTES);
      tx.execute("PRAGMA auto_vacuum = INCREMENTAL");
    }
    tx.execute("PRAGMA journal_mode = WAL");
    tx.execute("PRAGMA fullfsync = ON");
    tx.execute("PRAGMA checkpoint_fullfsync = ON");
    tx.execute("PRAGMA trusted_schema = OFF");
  }

  private Connection open(SQLiteConfig config, String parameters) {
    try {
      // As a URI, so that no character of the path means anything to the driver.
      Connection connection =
          config.createConnection("jdbc:sqlite:" + file.toAbsolutePath().toUri() + parameters);
      // Transactions are begun and ended by name. Else the driver tries to begin one after each
      // statement, to see whether one is open.
      connection.unwrap(SQLiteConnection.class).getConnectionConfig().setAutoCommit(false);
      return connection;
    } catch (SQLException failure) {
      throw Failures.translate(failure);
    }
  }
}
