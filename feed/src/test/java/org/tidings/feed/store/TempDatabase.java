package org.tidings.feed.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A real database in a folder of its own, for one test: `new TempDatabase(tempDir)`.
public final class TempDatabase implements AutoCloseable {

  private final Path folder;
  private Database database;

  /// With the tables of the log.
  public TempDatabase(Path folder) {
    this(folder, Migrations.STORE);
  }

  /// With the tables of these parts.
  public TempDatabase(Path folder, Migrations... parts) {
    this.folder = created(folder);
    this.database = Database.open(folder, List.of(parts));
  }

  /// One whose write-ahead log is carried over when it has so many pages.
  public static Database open(Path folder, int pages, Migrations... parts) {
    return Database.open(folder, List.of(parts), pages);
  }

  private static Path created(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public Database database() {
    return database;
  }

  public Path file() {
    return folder.resolve(Database.FILE);
  }

  /// Closes and opens again with these parts.
  public Database reopen(Migrations... parts) {
    database.close();
    database = Database.open(folder, List.of(parts));
    return database;
  }

  /// Lets the file grow by so many pages and no further, as on a full disk.
  public void leavePages(int pages) {
    limitPages(database, pages);
  }

  /// Lets a database's file grow by so many pages and no further, as on a full disk.
  public static void limitPages(Database database, int pages) {
    database.call(
        () ->
            database.transaction(
                Durability.FULL,
                tx -> {
                  int used = tx.one("PRAGMA page_count", row -> row.integer(1)).orElseThrow();
                  tx.execute("PRAGMA max_page_count = " + (used + pages));
                  return used;
                }));
  }

  /// Runs a statement of the test's own.
  public static void change(Database database, String sql) {
    database.write(
        Durability.FULL,
        tx -> {
          tx.execute(sql);
          return sql;
        });
  }

  /// Keeps whoever writes waiting until that is counted down.
  public static void occupyWriter(Database database, CountDownLatch end) {
    database.onWriter(
        () -> {
          try {
            end.await();
          } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
          }
        });
  }

  @Override
  public void close() {
    database.close();
  }
}
