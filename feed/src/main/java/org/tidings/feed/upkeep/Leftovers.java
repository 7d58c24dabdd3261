package org.tidings.feed.upkeep;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.Tx;

/// Tables whose place a newer build of their index has taken: they are emptied a few thousand rows
/// at a time and then dropped, so that nobody waits for it. Confined to the upkeep thread.
final class Leftovers {

  private static final int ROWS = 5_000;

  /// Full-text indexes come first: the tables of their own are theirs until they are taken apart.
  private static final String NEXT =
      "SELECT name, sql LIKE 'CREATE VIRTUAL%' FROM sqlite_schema WHERE type = 'table'"
          + " AND name GLOB 'gone[0-9]*_*' ORDER BY 2 DESC LIMIT 1";

  /// The tables in which a full-text index keeps its rows.
  private static final List<String> PARTS = List.of("_data", "_idx");

  private final Database database;

  Leftovers(Database database) {
    this.database = database;
  }

  private record Table(String name, boolean isFullText) {}

  /// One short transaction. Returns whether there was anything to do.
  boolean step() {
    Optional<Table> next =
        database.read(tx -> tx.one(NEXT, row -> new Table(row.text(1), row.integer(2) == 1)));
    next.ifPresent(
        table ->
            database.writePatiently(
                Durability.NORMAL,
                tx -> table.isFullText ? takeApart(tx, table.name) : shrink(tx, table.name)));
    return next.isPresent();
  }

  /// A full-text index that lacks some of its rows counts as damage of the file. So it is dropped
  /// at once, after its rows have been put out of its reach, and in their place only what is in a
  /// new one: that it has no words yet.
  private static boolean takeApart(Tx tx, String name) {
    PARTS.forEach(
        part -> tx.script("ALTER TABLE %1$s%2$s RENAME TO %1$s%2$s_rows".formatted(name, part)));
    tx.script("CREATE TABLE " + name + "_data (id INTEGER PRIMARY KEY, block BLOB)");
    tx.update("INSERT INTO " + name + "_data (id, block) VALUES (10, zeroblob(7))");
    tx.script("DROP TABLE " + name);
    return true;
  }

  private static boolean shrink(Tx tx, String table) {
    String key = String.join(", ", keyOf(tx, table));
    String first = "(SELECT %s FROM %s ORDER BY %s LIMIT ?)".formatted(key, table, key);
    int gone = tx.update("DELETE FROM %s WHERE (%s) IN %s".formatted(table, key, first), ROWS);
    if (gone < ROWS) {
      tx.script("DROP TABLE " + table);
    }
    return true;
  }

  private static List<String> keyOf(Tx tx, String table) {
    List<String> key =
        tx.list(
            "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk",
            row -> row.text(1),
            table);
    return key.isEmpty() ? List.of("rowid") : key;
  }
}
