package org.tidings.feed.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.tidings.feed.store.StoreException.Kind;

/// What SQLite reports, in our terms.
class FailuresTest {
  @ParameterizedTest
  @CsvSource({
    "SQLITE_FULL, DISK_FULL",
    "SQLITE_IOERR_SHMSIZE, DISK_FULL",
    "SQLITE_READONLY, READ_ONLY",
    "SQLITE_READONLY_DBMOVED, READ_ONLY",
    "SQLITE_CANTOPEN, READ_ONLY",
    "SQLITE_CORRUPT, DAMAGED",
    "SQLITE_CORRUPT_VTAB, DAMAGED",
    "SQLITE_NOTADB, DAMAGED",
    "SQLITE_IOERR_FSYNC, UNCERTAIN",
    "SQLITE_IOERR_DIR_FSYNC, UNCERTAIN",
    "SQLITE_IOERR_READ, FAILED"
  })
  void everyReportHasItsKind(SQLiteErrorCode code, Kind kind) {
    assertThat(Failures.translate(new SQLiteException("reported", code)).kind()).isEqualTo(kind);
  }

  /// By then the whole transaction is in the write-ahead log, for the next start to find.
  @ParameterizedTest
  @CsvSource({
    "SQLITE_IOERR_SHMSIZE, UNCERTAIN",
    "SQLITE_IOERR_SHMMAP, UNCERTAIN",
    "SQLITE_IOERR_NOMEM, UNCERTAIN",
    "SQLITE_IOERR_FSYNC, UNCERTAIN",
    "SQLITE_FULL, DISK_FULL",
    "SQLITE_IOERR_WRITE, FAILED"
  })
  void aCommitIsUncertainWhereTheIndexOfTheLogCannotGrow(SQLiteErrorCode code, Kind kind) {
    assertThat(Failures.ofCommit(new SQLiteException("reported", code)).kind()).isEqualTo(kind);
  }
}
