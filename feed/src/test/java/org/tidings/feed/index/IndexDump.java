package org.tidings.feed.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tidings.feed.local.LocalSchema;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.Migrations;
import org.tidings.feed.store.Tx;

/// Everything the indexes of a closed data folder hold, in words that do not depend on the numbers
/// rows were given.
public final class IndexDump {

  private static final List<String> NOTES =
      List.of(
          "drafts",
          "outbox",
          "outbox_posts",
          "bookmarks",
          "petnames",
          "muted_feeds",
          "muted_threads",
          "hidden_words",
          "strangers",
          "read_marks",
          "seen_marks",
          "peers",
          "clocks",
          "gate",
          "fork_proofs",
          "blob_notes",
          "invites",
          "copies",
          "departures");

  private IndexDump() {}

  /// The rows of every index table, sorted.
  public static Map<String, List<String>> of(Path folder) {
    try (Database database = open(folder)) {
      return database.write(Durability.NORMAL, IndexDump::dump);
    }
  }

  private static Map<String, List<String>> dump(Tx tx) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    IndexRows.each(
        tx, (table, row) -> rows.computeIfAbsent(table, t -> new ArrayList<>()).add(row));
    rows.values().forEach(Collections::sort);
    return rows;
  }

  /// Compares two dumps, table by table, and shows only what differs.
  public static void assertSame(Map<String, List<String>> found, Map<String, List<String>> wanted) {
    assertThat(found.keySet()).isEqualTo(wanted.keySet());
    wanted.forEach(
        (table, rows) -> {
          Set<String> missing = new TreeSet<>(rows);
          found.getOrDefault(table, List.of()).forEach(missing::remove);
          Set<String> extra = new TreeSet<>(found.getOrDefault(table, List.of()));
          rows.forEach(extra::remove);
          assertThat(missing).as("missing from %s", table).isEmpty();
          assertThat(extra).as("too much in %s", table).isEmpty();
          assertThat(found.getOrDefault(table, List.of())).as(table).hasSameSizeAs(rows);
        });
  }

  /// The rows of every table that cannot be derived.
  public static Map<String, List<String>> notes(Path folder) {
    try (Database database = open(folder)) {
      return database.read(
          tx -> {
            Map<String, List<String>> rows = new LinkedHashMap<>();
            for (String table : NOTES) {
              String columns =
                  tx
                      .list(
                          "SELECT 'quote(' || name || ')' FROM pragma_table_info(?)",
                          row -> row.text(1),
                          table)
                      .stream()
                      .collect(Collectors.joining(" || ' ' || "));
              rows.put(
                  table,
                  tx.list("SELECT " + columns + " FROM " + table, row -> row.text(1)).stream()
                      .sorted()
                      .toList());
            }
            return rows;
          });
    }
  }

  /// Makes the folder's indexes look as if another version had built them, so that the next start
  /// replays the log.
  public static void outdate(Path folder) {
    try (Database database = open(folder)) {
      database.write(Durability.FULL, tx -> tx.update("UPDATE indexes SET version = 0"));
    }
  }

  /// Changes a closed data folder.
  public static void change(Path folder, String... statements) {
    try (Database database = open(folder)) {
      for (String sql : statements) {
        database.write(Durability.FULL, tx -> tx.update(sql));
      }
    }
  }

  /// The names of all tables there are.
  public static List<String> tables(Path folder) {
    try (Database database = open(folder)) {
      return database.read(
          tx -> tx.list("SELECT name FROM sqlite_schema WHERE type = 'table'", row -> row.text(1)));
    }
  }

  /// What SQLite finds wrong with the file: `ok` when nothing is.
  public static String integrity(Path folder) {
    try (Database database = open(folder)) {
      return database.read(
          tx -> String.join("; ", tx.list("PRAGMA integrity_check", row -> row.text(1))));
    }
  }

  private static Database open(Path folder) {
    return Database.open(folder, List.of(Migrations.STORE, LocalSchema.MIGRATIONS));
  }
}
