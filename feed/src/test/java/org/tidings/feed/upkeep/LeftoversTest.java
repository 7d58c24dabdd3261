package org.tidings.feed.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.TempDatabase;

class LeftoversTest {

  private static final String WORDS =
      "INSERT INTO gone9_search (rowid, said, facets) WITH RECURSIVE n(i) AS"
          + " (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 8000)"
          + " SELECT i, hex(randomblob(8)) || ' ' || hex(randomblob(8)), 'f1' FROM n";

  @TempDir Path folder;

  /// A full text has its rows in pages of its own, which are small here, so that there are many.
  private static void makeFullText(Database database) {
    TempDatabase.change(
        database,
        "CREATE VIRTUAL TABLE gone9_search USING fts5 (said, facets, content = '', columnsize = 0,"
            + " tokenize = ascii)");
    TempDatabase.change(
        database, "INSERT INTO gone9_search (gone9_search, rank) VALUES ('pgsz', 32)");
    TempDatabase.change(database, WORDS);
  }

  private static List<String> words(Database database, String sql) {
    return database.read(tx -> tx.list(sql, row -> row.text(1)));
  }

  @Test
  void theFileIsSoundAfterEachStepThatEmptiesAnOldFullText() {
    try (TempDatabase temp = new TempDatabase(folder)) {
      Database database = temp.database();
      makeFullText(database);
      Leftovers leftovers = new Leftovers(database);
      int steps = 0;
      while (leftovers.step()) {
        steps++;
        assertThat(words(database, "PRAGMA integrity_check")).containsExactly("ok");
      }
      assertThat(steps).isGreaterThan(3);
      assertThat(words(database, "SELECT name FROM sqlite_schema WHERE name GLOB 'gone*'"))
          .isEmpty();
    }
  }
}
