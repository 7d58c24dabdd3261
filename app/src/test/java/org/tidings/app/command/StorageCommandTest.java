package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tidings.crypto.key.KeyPair;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;

/// What is stored, and having less of it.
@Timeout(120)
class StorageCommandTest extends AtAShell {
  private final SomeFeed ann = somebody();
  private final SomeFeed bob = somebody();

  @BeforeEach
  void store() throws IOException {
    ann.name(ann.id(), "Ann");
    for (int i = 0; i < 600; i++) {
      ann.post("harbour " + i);
    }
    bob.name(bob.id(), "Bob");
    bob.post("lantern");
    take(ann, bob);
    shell.type("publish", "mine");
  }

  private static SomeFeed somebody() {
    return SomeFeed.of(KeyPair.generate(new SecureRandom()));
  }

  private void take(SomeFeed... feeds) throws IOException {
    List<String> lines = new ArrayList<>();
    for (SomeFeed feed : feeds) {
      feed.values().forEach(value -> lines.add(new String(value, StandardCharsets.UTF_8)));
    }
    Path file = Files.write(temp.resolve("values.ndjson"), lines);
    assertThat(shell.type("import", file.toString()).code()).isZero();
  }

  private long stored(SomeFeed feed) {
    return shell.type("log", "--json", "--author", feed.id().toString()).lines().size();
  }

  @Test
  void theReportNamesTheLargestFeedsFirst() {
    JsonObject report = shell.type("storage", "--json", "--limit", "2").json();

    assertThat(report.keys()).containsExactly("messages", "feeds", "bytes", "dropping", "largest");
    assertThat(report.number("messages")).hasValue(604);
    assertThat(report.object("bytes").orElseThrow().keys())
        .containsExactly("messages", "indexes", "fullText", "notes", "free", "blobs");
    assertThat(report.array("largest").map(JsonArray::items).orElseThrow())
        .extracting(feed -> feed.asObject().orElseThrow().string("name").orElseThrow())
        .containsExactly("Ann", "Bob");
  }

  @Test
  void peopleAreToldInWords() {
    assertThat(shell.type("storage").lines())
        .startsWith("604 messages of 3 feeds")
        .contains("The largest feeds:")
        .anyMatch(line -> line.endsWith(ann.id() + "  Ann, 601 messages"));
    assertThat(shell.type("storage", "--limit", "0").lines()).doesNotContain("The largest feeds:");
  }

  @Test
  void nothingIsDroppedWithoutAYes() {
    assertThat(shell.type("storage", "drop", "ann").refusal())
        .contains("601 messages of Ann", "Nearly all of that goes back to the disk by itself")
        .endsWith("add --yes.");
    assertThat(stored(ann)).isEqualTo(601);
  }

  @Test
  void aFeedIsDroppedByItsNameOrItsId() throws IOException {
    assertThat(shell.type("storage", "drop", "ANN", "--yes").lines())
        .singleElement()
        .asString()
        .startsWith("Dropped 601 messages of Ann")
        .contains(" went back to the disk");
    JsonObject dropped =
        shell.type("storage", "drop", " " + bob.id() + " ", "--yes", "--json").json();
    assertThat(dropped.keys()).containsExactly("feeds", "messages", "bytes", "done");
    assertThat(dropped.number("messages")).hasValue(2);
    assertThat(dropped.bool("done")).contains(true);
    assertThat(stored(bob)).isZero();
    take(bob);
    assertThat(shell.type("storage", "drop", bob.id().toString(), "--yes").lines())
        .last()
        .asString()
        .contains("Nothing went back to the disk", "bytes are free between messages of others");
    assertThat(stored(ann)).isZero();
    assertThat(stored(bob)).isZero();
    assertThat(shell.type("storage", "--json").json().number("messages")).hasValue(1);
  }

  /// Every other message on a page is hers.
  private void interleave() throws IOException {
    List<String> lines = new ArrayList<>();
    List<SomeFeed> others = Stream.generate(StorageCommandTest::somebody).limit(4).toList();
    for (int i = 0; i < 400; i++) {
      for (SomeFeed other : others) {
        other.post("between " + i + " " + "x".repeat(300));
        lines.add(new String(other.values().getLast(), StandardCharsets.UTF_8));
      }
    }
    others.getFirst().name(others.getFirst().id(), "Cleo");
    lines.add(new String(others.getFirst().values().getLast(), StandardCharsets.UTF_8));
    Path file = Files.write(temp.resolve("mixed.ndjson"), lines);
    assertThat(shell.type("import", file.toString()).code()).isZero();
  }

  private long fileBytes() {
    return shell.folder().resolve("tidings.sqlite").toFile().length();
  }

  @Test
  void roomBetweenMessagesOfOthersComesBackByCompacting() throws IOException {
    interleave();
    assertThat(shell.type("storage", "drop", "cleo").refusal())
        .contains("stays between messages of others, until 'storage compact'");
    shell.type("storage", "drop", "cleo", "--yes");
    long dropped = fileBytes();

    assertThat(shell.type("storage", "compact").lines())
        .last()
        .asString()
        .contains(" went back to the disk: the database takes no more than it needs.");
    assertThat(fileBytes()).isLessThan(dropped - 100_000);
    assertThat(shell.type("doctor").code()).isZero();
  }

  @Test
  void oneIsToldWhatComesBack() {
    shell.type("follow", bob.id().toString());

    assertThat(shell.type("storage", "drop", "bob").refusal()).contains("fetched again");
    assertThat(shell.type("storage", "drop", "ann").refusal()).doesNotContain("fetched again");
  }

  @Test
  void theBlockedAreSeenNoMoreUnlessAskedFor() {
    assertThat(shell.type("block", ann.id().toString()).lines())
        .last()
        .asString()
        .contains("storage drop --blocked");

    assertThat(shell.type("log", "--json").lines()).hasSize(4);
    assertThat(shell.type("log", "--json", "--type", "about").lines()).hasSize(1);
    assertThat(stored(ann)).isEqualTo(601);
  }

  @Test
  void allBlockedAreDroppedTogether() {
    assertThat(shell.type("storage", "drop", "--blocked", "--yes").refusal())
        .contains("Nothing is stored of anybody you block.");
    shell.type("block", ann.id().toString());

    assertThat(shell.type("storage", "drop", "--blocked", "--yes").lines())
        .last()
        .asString()
        .startsWith("Dropped 601 messages of Ann");
    assertThat(stored(ann)).isZero();
    assertThat(stored(bob)).isEqualTo(2);
  }

  @Test
  void ourOwnFeedIsNeverDropped() {
    String me = shell.type("whoami").out().strip();

    assertThat(shell.type("storage", "drop", me, "--yes").refusal()).contains("your own feed");
  }

  @Test
  void whomNobodyKnowsCannotBeDropped() throws IOException {
    assertThat(shell.type("storage", "drop", "zoe", "--yes").wrongUsage())
        .contains("'zoe'", "as log shows it");
    SomeFeed other = somebody();
    other.name(other.id(), "ann");
    take(other);
    assertThat(shell.type("storage", "drop", "ann", "--yes").refusal())
        .contains(ann.id().toString(), other.id().toString());
  }

  @Test
  void whoeverWatchesIsToldHowFarItIs() {
    Shell.Answer answer = shell.typeWatched("storage", "rebuild");

    assertThat(answer.out()).isEqualTo("All indexes are built again.\n");
    assertThat(answer.err()).contains("\rBuilding ", " indexes: ", " %");
  }

  /// The disk, or a person, may have cut it short.
  private void beginToDrop(SomeFeed feed) throws SQLException {
    String id = HexFormat.of().withUpperCase().formatHex(feed.id().bytes());
    change(
        "CREATE TRIGGER stuck BEFORE DELETE ON messages BEGIN SELECT RAISE(ABORT, 'stuck'); END",
        "INSERT INTO drops (feed) SELECT feed FROM feeds WHERE hex(id) = '%s'".formatted(id));
  }

  private void change(String... sql) throws SQLException {
    Path database = shell.folder().resolve("tidings.sqlite");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        var statement = connection.createStatement()) {
      for (String one : sql) {
        statement.execute(one);
      }
    }
  }

  @Test
  void whatIsStillToBeDroppedIsTold() throws Exception {
    beginToDrop(ann);

    assertThat(shell.type("storage").lines())
        .contains("Being dropped: 601 messages; that goes on whenever Tidings runs.");
    assertThat(shell.type("storage", "--json").json().number("dropping")).hasValue(601);
    assertThat(shell.type("storage", "drop", "ann").refusal())
        .contains("Still to be dropped: 601 messages of Ann", "what was left when this began");
    assertThat(shell.type("storage", "drop", "bob").refusal()).doesNotContain("left", "Still");
    assertThat(shell.type("storage", "drop", "ann", "--yes").out()).contains("goes on by itself");
  }

  @Test
  void anImportSaysThatAFeedIsBeingDropped() throws Exception {
    beginToDrop(ann);
    Path file = Files.write(temp.resolve("ann.ndjson"), ann.values().getFirst());

    assertThat(shell.type("import", file.toString()).out())
        .contains("its feed is being dropped; import it again when that is done");
  }

  @Test
  void theFileIsCompactedAndIndexesAreBuiltAgain() {
    assertThat(shell.type("storage", "rebuild", "search").lines())
        .containsExactly("The index search is built again.");
    assertThat(shell.type("storage", "rebuild").lines())
        .containsExactly("All indexes are built again.");
    assertThat(shell.type("storage", "rebuild", "nonsense").refusal()).contains("search");
    assertThat(shell.type("storage", "compact", "--json").json().bool("done")).contains(true);
    assertThat(shell.type("storage").lines()).anyMatch(line -> line.contains("0 bytes  free"));
    assertThat(shell.type("search", "lantern", "--json").objects()).hasSize(1);
  }

  @Test
  void aRunningTidingsDoesItToo() throws Exception {
    try (ChildProcess headless =
        new ChildProcess(temp, "headless", "--host", "127.0.0.1", "--port", "0", "--no-lan")) {
      headless.line();

      assertThat(shell.type("storage", "drop", "ann", "--yes").lines())
          .last()
          .asString()
          .startsWith("Dropped 601 messages of Ann");
      assertThat(shell.type("storage", "rebuild", "search").lines())
          .last()
          .isEqualTo("The index search is built again.");
      assertThat(shell.type("storage", "drop", shell.type("whoami").out().strip()).refusal())
          .contains("your own feed");
    }
  }

  /// Commands alone end before an index is built, each time.
  @Test
  void whatIsFoundIsSaidToLackOlderPostsWhileTheFullTextIsBuilt() throws Exception {
    SomeFeed carl = somebody();
    for (int i = 0; i < 2_100; i++) {
      carl.post("garden " + i);
    }
    take(carl);
    assertThat(shell.type("search", "harbour").err()).isEmpty();
    change(
        "UPDATE indexes SET version = version - 1 WHERE name = 'search'",
        "CREATE TRIGGER no_build BEFORE UPDATE ON index_builds BEGIN"
            + " SELECT RAISE(ABORT, 'full'); END");
    assertThat(shell.type("search", "harbour").err()).isEmpty();
    change("UPDATE indexes SET version = 0 WHERE name = 'search'");
    assertThat(shell.type("search", "harbour").err())
        .contains("Older posts may be missing. Building an index: ");
    assertThat(shell.type("search", "garden", "--json", "--limit", "1").err())
        .contains("Older posts may be missing");
    assertThat(shell.type("status").out()).contains("Building an index: ");
    change(
        "UPDATE indexes SET version = abs(version) WHERE name = 'search'",
        "UPDATE indexes SET version = 0 WHERE name = 'threads'");
    assertThat(shell.type("search", "harbour").err()).contains("Older posts may be missing");
  }
}
