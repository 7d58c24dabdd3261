package org.tidings.feed.store;

import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.tidings.feed.store.StoreException.Kind;

/// Turns what SQLite reports into one sentence for people.
final class Failures {

  private static final Logger log = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  static StoreException translate(SQLException failure) {
    Kind kind =
        isFull(failure)
            ? Kind.DISK_FULL
            : isUnsynced(failure) ? Kind.UNCERTAIN : kindOf(failure.getErrorCode());
    if (kind == Kind.FAILED) {
      log.error("SQLite", failure);
    }
    return new StoreException(kind, failure);
  }

  /// The same of a commit. The frames of a transaction are in the write-ahead log, its last one
  /// synced, before they are entered in the index of that log: where the index cannot grow then,
  /// the commit fails, and yet a restart, which makes the index anew, finds all of it.
  static StoreException ofCommit(SQLException failure) {
    return isOfLogIndex(failure) ? new StoreException(Kind.UNCERTAIN, failure) : translate(failure);
  }

  /// Also where its memory cannot be had.
  private static boolean isOfLogIndex(SQLException failure) {
    if (!(failure instanceof SQLiteException sqlite)) {
      return false;
    }
    return switch (sqlite.getResultCode()) {
      case SQLITE_IOERR_SHMOPEN,
          SQLITE_IOERR_SHMSIZE,
          SQLITE_IOERR_SHMLOCK,
          SQLITE_IOERR_SHMMAP,
          SQLITE_IOERR_NOMEM,
          SQLITE_NOMEM ->
          true;
      default -> false;
    };
  }

  /// The index of the WAL lies in a file of its own, and the disk may fill up under that as well.
  private static boolean isFull(SQLException failure) {
    return failure.getErrorCode() == SQLiteErrorCode.SQLITE_FULL.code
        || (failure instanceof SQLiteException sqlite
            && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE);
  }

  /// Everything was handed to the disk, which then said that it could not keep it.
  private static boolean isUnsynced(SQLException failure) {
    return failure instanceof SQLiteException sqlite
        && (sqlite.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_FSYNC
            || sqlite.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_DIR_FSYNC);
  }

  private static Kind kindOf(int code) {
    if (code == SQLiteErrorCode.SQLITE_READONLY.code
        || code == SQLiteErrorCode.SQLITE_PERM.code
        || code == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
      return Kind.READ_ONLY;
    } else if (code == SQLiteErrorCode.SQLITE_CORRUPT.code
        || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
      return Kind.DAMAGED;
    } else if (code == SQLiteErrorCode.SQLITE_INTERRUPT.code) {
      return Kind.CANCELLED;
    }
    return Kind.FAILED;
  }
}
