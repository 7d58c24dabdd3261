package org.tidings.feed.index;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidings.feed.local.LocalSchema;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.Migrations;
import org.tidings.feed.store.Tx;

/// Everything the indexes of a closed data folder hold, in words that do not depend on the numbers
/// rows were given.
public final class IndexDump {

  private static final String FEED = "(SELECT hex(id) FROM feeds WHERE feed = %s)";
  private static final Map<String, String> QUERIES = queries();

  private IndexDump() {}

  private static Map<String, String> queries() {
    Map<String, String> queries = new LinkedHashMap<>();
    queries.put(
        "posts",
        "SELECT hex(t.root) || ' ' || p.shown || ' ' || "
            + "(SELECT hex(id) FROM messages m WHERE m.arrival = p.arrival) || ' ' || "
            + FEED.formatted("p.feed")
            + " FROM posts p JOIN threads t USING (thread)");
    queries.put(
        "votes",
        "SELECT hex(target) || ' ' || " + FEED.formatted("v.feed") + " || value FROM votes v");
    queries.put(
        "abouts",
        "SELECT "
            + FEED.formatted("subject")
            + " || "
            + FEED.formatted("author")
            + " || coalesce(name, '-') || coalesce(folded, '-') || coalesce(hex(image), '-')"
            + " || coalesce(description, '-') FROM abouts");
    queries.put(
        "contacts",
        "SELECT "
            + FEED.formatted("author")
            + " || "
            + FEED.formatted("contact")
            + " || edge FROM contacts");
    queries.put("reach", "SELECT " + FEED.formatted("r.feed") + " || hops FROM reach r");
    return queries;
  }

  /// The rows of every index table, sorted.
  public static Map<String, List<String>> of(Path folder) {
    try (Database database = open(folder)) {
      return database.read(IndexDump::dump);
    }
  }

  private static Map<String, List<String>> dump(Tx tx) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    QUERIES.forEach(
        (name, sql) -> rows.put(name, tx.list(sql, row -> row.text(1)).stream().sorted().toList()));
    return rows;
  }

  /// Makes the folder's indexes look as if another version had built them, so that the next start
  /// replays the log.
  public static void outdate(Path folder) {
    try (Database database = open(folder)) {
      database.write(Durability.FULL, tx -> tx.update("UPDATE indexes SET version = 0"));
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
