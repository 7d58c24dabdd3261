package org.tidings.feed.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.store.CarvedRow;
import org.tidings.feed.store.Carving;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.FileHeader;
import org.tidings.feed.store.Row;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.Tx;

/// What can still be read of a damaged database file: by SQL as far as that goes, from both ends of
/// each table; page by page where it does not. Changes nothing. Confined to one thread.
final class Wreck {

  private static final Logger log = LoggerFactory.getLogger(Wreck.class);
  private static final int ID_BYTES = 32;
  private static final String COPY = "wreck.sqlite";

  private final Path file;

  /// @param file damaged
  /// @param work for a copy with a restored header, where the file is not even known as a database
  Wreck(Path file, Path work) throws IOException {
    this.file = isDatabase(file) ? file : withHeader(file, work.resolve(COPY));
  }

  private static boolean isDatabase(Path file) {
    try {
      return Database.inspect(
          file, tx -> tx.one("SELECT count(*) FROM sqlite_schema", row -> true).orElse(false));
    } catch (StoreException unknown) {
      refuseUnlessOfFile(unknown);
      return false;
    }
  }

  /// What could be read at another time is not given up as damaged.
  private static void refuseUnlessOfFile(StoreException failure) {
    if (failure.isOfReadingAlone()) {
      throw failure;
    }
  }

  private static Path withHeader(Path file, Path copy) throws IOException {
    FileHeader.restore(file, copy);
    return copy;
  }

  /// Takes the values of one row, in the order of the columns asked for.
  @FunctionalInterface
  interface Sink {
    void row(@Nullable Object[] values);
  }

  /// The names of a table's columns; none where there is no such table.
  static List<String> columns(Tx tx, String table) {
    return tx.list("SELECT name FROM pragma_table_info(?)", row -> row.text(1), table);
  }

  /// The columns it had; none where that cannot be read.
  List<String> columns(String table) {
    try {
      return Database.inspect(file, tx -> columns(tx, table));
    } catch (StoreException damaged) {
      refuseUnlessOfFile(damaged);
      return new ArrayList<>();
    }
  }

  /// Every row of a table that SQL gives out, some of them twice. Returns whether it gave out all.
  boolean each(String table, List<String> columns, Sink sink) {
    if (columns.isEmpty()) {
      return false;
    }
    String sql = "SELECT " + String.join(", ", columns) + " FROM " + table + " NOT INDEXED";
    String key = columns.getFirst();
    boolean isWhole = read(sql, columns.size(), sink);
    if (!isWhole) {
      read(sql + " ORDER BY " + key + " DESC", columns.size(), sink);
    }
    return isWhole;
  }

  private boolean read(String sql, int columns, Sink sink) {
    try {
      return Database.inspect(
          file,
          tx -> {
            tx.each(sql, row -> sink.row(values(row, columns)));
            return true;
          });
    } catch (StoreException damaged) {
      refuseUnlessOfFile(damaged);
      log.info("{}: {}", sql, damaged.sentence());
      return false;
    }
  }

  private static @Nullable Object[] values(Row row, int columns) {
    @Nullable Object[] values = new @Nullable Object[columns];
    for (int i = 0; i < columns; i++) {
      values[i] = row.value(i + 1);
    }
    return values;
  }

  /// The place of each message, as feed and sequence, and its number of arrival, by the index of
  /// places alone. Returns whether it gave out all.
  boolean places(Sink sink) {
    String sql =
        "SELECT feed, sequence, arrival FROM messages INDEXED BY messages_by_feed ORDER BY feed";
    boolean isWhole = read(sql + ", sequence", 3, sink);
    if (!isWhole) {
      read(sql + " DESC, sequence DESC", 3, sink);
    }
    return isWhole;
  }

  /// Feeds as the index says that finds them by their ids.
  void feedsFromIndex(Sink sink) {
    read("SELECT id, feed FROM feeds ORDER BY id", 2, sink);
  }

  /// The file itself, page by page.
  Carving carving() {
    return Carving.of(file);
  }

  /// Whatever looks like a row of `feeds`, from whichever page.
  void carveFeeds(Shape shape, Sink sink) {
    carve(
        shape,
        row ->
            row.value(1, byte[].class).filter(id -> id.length == ID_BYTES).isPresent()
                && row.value(2, Long.class).filter(kept -> kept == 0 || kept == 1).isPresent(),
        sink);
  }

  /// Whatever looks like a row of `messages`.
  void carveMessages(Shape shape, Sink sink) {
    carve(
        shape,
        row ->
            row.value(2, Long.class).filter(sequence -> sequence > 0).isPresent()
                && row.value(6, byte[].class).filter(id -> id.length == ID_BYTES).isPresent(),
        sink);
  }

  private void carve(Shape shape, Predicate<CarvedRow> isLikely, Sink sink) {
    try (Carving carving = carving()) {
      carving.each(
          row -> {
            if (shape.fits(row) && row.values().size() > 2 && isLikely.test(row)) {
              sink.row(shape.values(row));
            }
          });
    }
  }
}
