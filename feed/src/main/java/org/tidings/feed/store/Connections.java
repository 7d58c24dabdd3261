package org.tidings.feed.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.LockingMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteConfig.TransactionMode;

/// Opens SQLite connections with our settings.
final class Connections {

  private static final int BUSY_TIMEOUT_MS = 5_000;
  private static final int PAGE_BYTES = 4_096;
  private static final int WRITER_CACHE_KIB = 64 * 1024;
  private static final int READER_CACHE_KIB = 8 * 1024;

  /// Pages in the write-ahead log before they are carried over to the database file.
  private static final int CHECKPOINT_PAGES = 8_000;

  private final Path file;

  Connections(Path file) {
    this.file = file;
  }

  /// The only connection that writes.
  Connection writer() {
    SQLiteConfig config = common(WRITER_CACHE_KIB);
    config.setPageSize(PAGE_BYTES);
    config.setJournalMode(JournalMode.WAL);
    config.setLockingMode(LockingMode.NORMAL);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    return open(config);
  }

  Connection reader() {
    SQLiteConfig config = common(READER_CACHE_KIB);
    config.setReadOnly(true);
    return open(config);
  }

  private static SQLiteConfig common(int cacheKib) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_TIMEOUT_MS);
    config.setCacheSize(-cacheKib);
    config.setTempStore(TempStore.MEMORY);
    return config;
  }

  /// What must hold on the writer besides its settings; `auto_vacuum` only takes effect while the
  /// file is still empty.
  static void prepareWriter(Tx tx) {
    tx.execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
    tx.execute("PRAGMA fullfsync = ON");
    tx.execute("PRAGMA checkpoint_fullfsync = ON");
    tx.execute("PRAGMA trusted_schema = OFF");
  }

  private Connection open(SQLiteConfig config) {
    try {
      // As a URI, so that no character of the path means anything to the driver.
      return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath().toUri());
    } catch (SQLException failure) {
      throw Failures.translate(failure);
    }
  }
}
