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

  /// A full-text index is dropped by its own name, its rows lie in `…_data`.
  private static final String NEXT =
      "SELECT name, sql LIKE 'CREATE VIRTUAL%' FROM sqlite_schema WHERE type = 'table'"
          + " AND name GLOB 'gone[0-9]*_*' AND name NOT GLOB '*_search_*' LIMIT 1";

  private final Database database;

  Leftovers(Database database) {
    this.database = database;
  }

  private record Table(String name, boolean isFullText) {}

  /// One short transaction. Returns whether there was anything to do.
  boolean step() {
    Optional<Table> next =
        database.read(tx -> tx.one(NEXT, row -> new Table(row.text(1), row.integer(2) == 1)));
    next.ifPresent(table -> database.writePatiently(Durability.NORMAL, tx -> shrink(tx, table)));
    return next.isPresent();
  }

  private static boolean shrink(Tx tx, Table table) {
    String rows = table.isFullText ? table.name + "_data" : table.name;
    String key = String.join(", ", keyOf(tx, rows));
    String first = "(SELECT %s FROM %s ORDER BY %s LIMIT ?)".formatted(key, rows, key);
    int gone = tx.update("DELETE FROM %s WHERE (%s) IN %s".formatted(rows, key, first), ROWS);
    if (gone < ROWS) {
      tx.script("DROP TABLE " + table.name);
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
