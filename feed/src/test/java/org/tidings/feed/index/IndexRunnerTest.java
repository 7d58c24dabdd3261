package org.tidings.feed.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.Corpus;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.local.LocalSchema;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.Migrations;

class IndexRunnerTest {

  @TempDir Path folder;
  private Path data;

  @BeforeEach
  void fill() {
    data = folder.resolve("data");
    try (TempFeeds temp = new TempFeeds(folder)) {
      temp.ingest(Corpus.values(), TempFeeds.IMPORT);
      temp.settled();
    }
  }

  private void change(String... statements) {
    try (Database database =
        Database.open(data, List.of(Migrations.STORE, LocalSchema.MIGRATIONS))) {
      for (String sql : statements) {
        database.write(Durability.FULL, tx -> tx.update(sql));
      }
    }
  }

  @Test
  void anotherVersionIsBuiltAgainFromTheLog() {
    var before = IndexDump.of(data);
    change("UPDATE indexes SET version = 999", "DELETE FROM posts", "UPDATE votes SET value = 7");
    new TempFeeds(folder).settled().close();
    IndexDump.assertSame(IndexDump.of(data), before);
  }

  @Test
  void anIndexThatWasDroppedIsBuiltAgain() {
    var before = IndexDump.of(data);
    change("DELETE FROM indexes WHERE name = 'votes'", "DROP TABLE votes");
    new TempFeeds(folder).settled().close();
    IndexDump.assertSame(IndexDump.of(data), before);
  }

  /// What is behind was either cut short or says so by damage, and then holds more than it says.
  @Test
  void anIndexThatLagsIsBuiltAgain() {
    var before = IndexDump.of(data);
    change(
        "DELETE FROM posts WHERE arrival % 100 = 7",
        "UPDATE indexes SET arrival = 1500 WHERE name = 'threads'");
    new TempFeeds(folder).settled().close();
    IndexDump.assertSame(IndexDump.of(data), before);
  }

  /// Words that an older one folded otherwise could not be taken out.
  @Test
  void whatIsMadeOfFoldedWordsIsOfThisJavaAlone() {
    try (Database database =
        Database.open(data, List.of(Migrations.STORE, LocalSchema.MIGRATIONS))) {
      List<String> folding =
          database.read(
              tx ->
                  tx.list(
                      "SELECT name FROM indexes WHERE version % 1000 = ?",
                      row -> row.text(1), Runtime.version().feature()));
      assertThat(folding).containsExactlyInAnyOrder("search", "profiles", "channels");
    }
  }

  /// A newer version of the program made it, and finds it behind when it is back.
  @Test
  void anIndexOfAnotherVersionIsForgotten() {
    change(
        "INSERT INTO indexes (name, version, arrival) VALUES ('newer', 1, 2000)",
        "INSERT INTO index_builds (name, version, generation, arrival)"
            + " VALUES ('newer', 1, 99999, 0)");
    try (TempFeeds temp = new TempFeeds(folder)) {
      assertThat(temp.feeds().indexing()).isEmpty();
    }
    try (Database database =
        Database.open(data, List.of(Migrations.STORE, LocalSchema.MIGRATIONS))) {
      List<String> known =
          database.read(tx -> tx.list("SELECT name FROM indexes", row -> row.text(1)));
      assertThat(known).contains("threads").doesNotContain("newer");
    }
  }
}
