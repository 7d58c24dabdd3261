package org.tidings.feed.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.Corpus;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.local.LocalSchema;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.Migrations;
import org.tidings.feed.text.Folding;

class IndexRunnerTest {

  private static final String NO_BUILD =
      "CREATE TRIGGER no_build BEFORE UPDATE ON index_builds BEGIN"
          + " SELECT RAISE(ABORT, 'full'); END";

  /// As if another edition of Java had folded the words.
  private static final String OUTDATE_FOLDING =
      "UPDATE indexes SET version = version - sign(version) WHERE abs(version) > 1000";

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
    assertThat(ofThisJava()).containsExactlyInAnyOrder("search", "profiles", "channels");
  }

  private List<String> ofThisJava() {
    try (Database database =
        Database.open(data, List.of(Migrations.STORE, LocalSchema.MIGRATIONS))) {
      return database.read(
          tx ->
              tx.list(
                  "SELECT name FROM indexes WHERE version % 1000 = ?",
                  row -> row.text(1), Runtime.version().feature()));
    }
  }

  /// More than new tables hold from the start.
  private void fillFurther() {
    SomeFeed ann = SomeFeed.of("ann");
    for (int i = 0; i < 2_000; i++) {
      ann.post("number " + i);
    }
    try (TempFeeds temp = new TempFeeds(folder)) {
      temp.ingest(ann.values(), TempFeeds.IMPORT);
    }
  }

  private static List<String> lacking(TempFeeds temp) {
    return temp.feeds().indexing().stream()
        .filter(IndexProgress::isLacking)
        .map(IndexProgress::index)
        .toList();
  }

  @Test
  void whatAnotherJavaFoldedAnswersUntilItIsBuiltAgain() {
    var before = IndexDump.of(data);
    change(NO_BUILD, OUTDATE_FOLDING);
    try (TempFeeds temp = new TempFeeds(folder)) {
      assertThat(temp.feeds().indexing())
          .extracting(IndexProgress::index)
          .containsExactly("channels", "profiles", "search");
      assertThat(lacking(temp)).isEmpty();
    }
    IndexDump.assertSame(IndexDump.of(data), before);
    change("DROP TRIGGER no_build");
    new TempFeeds(folder).settled().close();
    IndexDump.assertSame(IndexDump.of(data), before);
    assertThat(ofThisJava()).containsExactlyInAnyOrder("search", "profiles", "channels");
  }

  @Test
  void channelsWithAWordForEachPartAnswerUntilTheyAreBuiltAgain() {
    long version = Folding.version(5);
    change(NO_BUILD, "UPDATE indexes SET version = " + version + " WHERE name = 'channels'");
    try (TempFeeds temp = new TempFeeds(folder)) {
      assertThat(temp.feeds().indexing())
          .extracting(IndexProgress::index)
          .containsExactly("channels");
      assertThat(lacking(temp)).isEmpty();
    }
  }

  /// Also after a restart, and after one with another Java.
  @Test
  void whatHasTheNewestAloneIsLackingUntilItIsBuilt() {
    fillFurther();
    var before = IndexDump.of(data);
    change(NO_BUILD, "UPDATE indexes SET version = 0 WHERE name IN ('threads', 'search')");
    new TempFeeds(folder).close();
    change(OUTDATE_FOLDING);
    try (TempFeeds temp = new TempFeeds(folder)) {
      assertThat(lacking(temp)).containsExactly("search", "threads");
      temp.feeds().rebuildIndexes();
      assertThat(lacking(temp)).containsExactly("search", "threads");
    }
    change("DROP TRIGGER no_build");
    try (TempFeeds temp = new TempFeeds(folder).settled()) {
      temp.refuseBuilds();
      temp.feeds().rebuildIndexes();
      assertThat(lacking(temp)).isEmpty();
    }
    IndexDump.assertSame(IndexDump.of(data), before);
  }

  @Test
  void whatHasTheNewestAloneIsMadeAnewWhereNoBuildIsUnderWay() {
    fillFurther();
    var before = IndexDump.of(data);
    change(NO_BUILD, "UPDATE indexes SET version = 0 WHERE name = 'threads'");
    new TempFeeds(folder).close();
    change("DROP TRIGGER no_build", "DELETE FROM index_builds");
    new TempFeeds(folder).settled().close();
    IndexDump.assertSame(IndexDump.of(data), before);
  }

  /// It had an SQL index less.
  @Test
  void theContactsOfTheVersionBeforeAnswerUntilTheyAreBuiltAgain() {
    var before = IndexDump.of(data);
    change(
        NO_BUILD,
        "DROP INDEX " + inOrder().orElseThrow(),
        "UPDATE indexes SET version = 4 WHERE name = 'contacts'");
    try (TempFeeds temp = new TempFeeds(folder)) {
      assertThat(temp.feeds().indexing())
          .extracting(IndexProgress::index)
          .containsExactly("contacts");
      assertThat(lacking(temp)).isEmpty();
    }
    IndexDump.assertSame(IndexDump.of(data), before);
    change("DROP TRIGGER no_build");
    new TempFeeds(folder).settled().close();
    IndexDump.assertSame(IndexDump.of(data), before);
    assertThat(inOrder()).isPresent();
  }

  /// The index of contacts in their order of arrival.
  private Optional<String> inOrder() {
    try (Database database =
        Database.open(data, List.of(Migrations.STORE, LocalSchema.MIGRATIONS))) {
      return database.read(
          tx ->
              tx.one(
                  "SELECT s.name FROM sqlite_schema s JOIN pragma_index_info(s.name) i"
                      + " WHERE s.tbl_name = 'contacts' AND i.seqno = 1 AND i.name = 'opened'",
                  row -> row.text(1)));
    }
  }

  /// Opening waits for it.
  @Test
  void theContactsAreMadeWithoutLookingAtAnythingElse() {
    fillFurther();
    var before = IndexDump.of(data);
    change(
        "CREATE TABLE steps (arrival INTEGER NOT NULL)",
        "CREATE TRIGGER on_step AFTER UPDATE OF arrival ON indexes WHEN NEW.name = 'contacts'"
            + " BEGIN INSERT INTO steps (arrival) VALUES (NEW.arrival); END",
        "UPDATE indexes SET version = 0 WHERE name = 'contacts'");
    new TempFeeds(folder).close();
    change("DROP TRIGGER on_step");
    try (TempFeeds temp = new TempFeeds(folder).settled()) {
      List<String> types =
          temp.read(
              tx ->
                  tx.list(
                      "SELECT DISTINCT type FROM steps JOIN messages USING (arrival)"
                          + " WHERE arrival < (SELECT max(arrival) FROM messages)",
                      row -> row.text(1)));
      assertThat(types).isNotEmpty().isSubsetOf("contact", "");
    }
    change("DROP TABLE steps");
    IndexDump.assertSame(IndexDump.of(data), before);
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
